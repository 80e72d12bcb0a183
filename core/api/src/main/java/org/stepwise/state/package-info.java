/** What an administrator should know about the running server, and who watches for it. */
@Export
@Version("1.0.0")
package org.stepwise.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
