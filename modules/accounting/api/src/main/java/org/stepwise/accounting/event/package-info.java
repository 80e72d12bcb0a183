/** What was paid, and which periods are closed. */
@Export
@Version("1.0.0")
package org.stepwise.accounting.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
