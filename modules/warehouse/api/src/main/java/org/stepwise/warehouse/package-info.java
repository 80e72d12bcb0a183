/** Stock, deliveries, receipts and returns. */
@Export
@Version("1.0.0")
package org.stepwise.warehouse;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
