/**
 * What the components of a record may be that somebody fills in: forms, REST, OpenAPI, import and checks are made of it
 * ({@link org.stepwise.input.Shape}). They stand on accessors as well: bnd sees there what a bundle is to import, and a
 * class loader drops without a word what its bundle does not import.
 */
@Export
@Version("1.0.0")
package org.stepwise.input.field;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
