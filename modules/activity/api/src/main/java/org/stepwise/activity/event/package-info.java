/** The facts of notes, files and followers. */
@Export
@Version("1.0.0")
package org.stepwise.activity.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
