/** Registers by description: lists and forms made of the records that verbs take. */
@Export
@Version("1.0.0")
package org.stepwise.register;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
