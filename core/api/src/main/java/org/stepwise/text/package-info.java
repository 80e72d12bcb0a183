/** What things are called, and how texts are sorted and found. */
@Export
@Version("1.0.0")
package org.stepwise.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
