/** Payments, periods and the ledger. */
@Export
@Version("1.0.0")
package org.stepwise.accounting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
