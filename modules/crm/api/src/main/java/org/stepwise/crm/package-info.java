/** Orders and invoices. */
@Export
@Version("1.0.0")
package org.stepwise.crm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
