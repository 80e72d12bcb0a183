/** What happened to master data. */
@Export
@Version("1.0.0")
package org.stepwise.masterdata.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
