/**
 * Records by description: one Java record in the api of a module is fact, table, list, form and permission of a simple
 * thing that a company keeps ({@link org.stepwise.record.Described}).
 */
@Export
@Version("1.0.0")
package org.stepwise.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
