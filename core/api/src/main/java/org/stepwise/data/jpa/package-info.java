/** What entities of modules have in common: their key, and how days and moments stand in columns. */
@Export
@Version("1.0.0")
package org.stepwise.data.jpa;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
