/** Who calls, through which door, and what they may. */
@Export
@Version("1.0.0")
package org.stepwise.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
