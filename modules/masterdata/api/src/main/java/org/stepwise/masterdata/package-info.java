/** Companies, parties, products, prices and tax codes: what every module may rely on. */
@Export
@Version("1.0.0")
package org.stepwise.masterdata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
