/** What people add to rows of any register: notes, files, and who follows them. */
@Export
@Version("1.0.0")
package org.stepwise.activity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
