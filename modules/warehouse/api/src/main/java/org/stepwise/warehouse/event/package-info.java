/** What moved, and what it was worth. */
@Export
@Version("1.0.0")
package org.stepwise.warehouse.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
