/** Events the platform itself appends. */
@Export
@Version("1.0.0")
package org.stepwise.log.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
