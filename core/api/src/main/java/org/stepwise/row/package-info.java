/** What modules add to every row of every register, whichever module it is of. */
@Export
@Version("1.0.0")
package org.stepwise.row;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
