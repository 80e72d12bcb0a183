/** Custom attributes: what a company wants to know of the rows of any register beyond what the module foresees. */
@Export
@Version("1.0.0")
package org.stepwise.attributes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
