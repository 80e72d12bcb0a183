/** What a company keeps lists of: the simple records of the master data. */
@Export
@Version("1.0.0")
package org.stepwise.masterdata.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
