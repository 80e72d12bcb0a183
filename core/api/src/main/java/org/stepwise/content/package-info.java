/** The contents of files, kept by their hash. */
@Export
@Version("1.0.0")
package org.stepwise.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
