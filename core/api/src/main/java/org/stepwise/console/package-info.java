/** What commands of the console share. */
@Export
@Version("1.0.0")
package org.stepwise.console;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
