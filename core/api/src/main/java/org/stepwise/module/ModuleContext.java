package org.stepwise.module;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: what an implementation bundle tells the platform about its module. (Name, title and feature stand in the
 * manifest of its api bundle, {@code Stepwise-Module} and {@code Stepwise-Feature}, because they are needed before.)
 */
@ConsumerType
public interface ModuleContext {
    String module();

    /** The schema whose scripts lie in {@code db/<schema>} of this bundle. */
    String schema();

    /** Business settings that can be given while enabling. */
    default List<Modules.Setting> settings() {
        return List.of();
    }

    /** Records the settings given as facts; called in a transaction before catch-up ends, verbs still closed. */
    default void configure(Map<String, String> settings) {}

    /** What guards would have refused among the facts taken in; listed to whoever enables. */
    default List<String> warnings() {
        return List.of();
    }
}
