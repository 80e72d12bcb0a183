/** What the log tells about one thing: who did what to it, and when. */
@Export
@Version("1.0.0")
package org.stepwise.log.history;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
