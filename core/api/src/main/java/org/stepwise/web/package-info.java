/** Registers: one description drives REST, screen, export and import. */
@Export
@Version("1.0.0")
package org.stepwise.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
