/** The documents of sales, described. */
@Export
@Version("1.0.0")
package org.stepwise.crm.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
