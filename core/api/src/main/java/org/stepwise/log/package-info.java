/** The one ordered log of a company: facts, consequences, and those who read them. */
@Export
@Version("1.0.0")
package org.stepwise.log;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
