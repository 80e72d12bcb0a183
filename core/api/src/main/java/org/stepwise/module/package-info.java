/** The life of a module: available, enabling, on, off, failed; and the gate its verbs pass. */
@Export
@Version("1.0.0")
package org.stepwise.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
