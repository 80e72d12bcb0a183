/** What happens to attributes. */
@Export
@Version("1.0.0")
package org.stepwise.attributes.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
