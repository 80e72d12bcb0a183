/** Ids, amounts, transactions and lists: what every table is made with. */
@Export
@Version("1.0.0")
package org.stepwise.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
