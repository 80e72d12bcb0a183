/**
 * What the components of a record may be that somebody fills in: forms, REST, OpenAPI, import and checks are made of it
 * ({@link org.stepwise.input.Shape}).
 */
@Export
@Version("1.0.0")
package org.stepwise.input.field;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
