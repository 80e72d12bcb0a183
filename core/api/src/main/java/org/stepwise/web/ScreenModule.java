package org.stepwise.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: a module with screens of its own, files in the {@code web/} folder of its bundle, {@code web/main.js}
 * first.
 */
@ConsumerType
public interface ScreenModule {
    String module();
}
