/** What may be entered: one set of checks and bounds for every door of every module. */
@Export
@Version("1.0.0")
package org.stepwise.input;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
