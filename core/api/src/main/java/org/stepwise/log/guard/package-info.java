/** What the log asks before a fact is recorded: days, uses of settings, and whatever modules hold against it. */
@Export
@Version("1.0.0")
package org.stepwise.log.guard;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
