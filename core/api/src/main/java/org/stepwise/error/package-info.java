/** Refusals: what a person or a program did wrong, with a code it can act on. */
@Export
@Version("1.0.0")
package org.stepwise.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
