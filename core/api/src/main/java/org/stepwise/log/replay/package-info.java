/** A company's log taken in once more, to see what the code that is installed now would post differently (law 20). */
@Export
@Version("1.0.0")
package org.stepwise.log.replay;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
