/**
 * Documents by description: one Java record in the api of a module says what a document with lines looks like, and its
 * facts are folded into it ({@link org.stepwise.document.Document}).
 */
@Export
@Version("1.0.0")
package org.stepwise.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
