/** What was agreed with customers, and what they owe for it. */
@Export
@Version("1.0.0")
package org.stepwise.crm.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
