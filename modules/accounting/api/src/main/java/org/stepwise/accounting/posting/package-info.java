/** How an event says what is posted for it and what falls due. */
@Export
@Version("1.0.0")
package org.stepwise.accounting.posting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
