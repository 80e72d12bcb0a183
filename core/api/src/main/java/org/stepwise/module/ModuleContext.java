package org.stepwise.module;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.log.event.Fact;

/**
 * Whiteboard: what an implementation bundle tells the platform about its module. (Name, title, feature and settings
 * stand in the manifest of its api bundle, {@code Stepwise-Module} and what goes with it, because they are needed
 * before.)
 */
@ConsumerType
public interface ModuleContext {
    String module();

    /** The schema whose scripts lie in {@code db/<schema>} of this bundle; empty for none. */
    default String schema() {
        return module();
    }

    /**
     * The settings that may be given while enabling.
     *
     * @param declared by the manifest; all of them, unless they depend on what other bundles bring
     */
    default List<Modules.Setting> settings(List<Modules.Setting> declared) {
        return declared;
    }

    /**
     * What the log is to hold before anything else of the module; recorded in a transaction before catch-up ends, verbs
     * still closed. Only the first enabling does so: nothing is recorded once the log of the company holds a fact of
     * the first of these types, for a purge must not undo what was set since.
     *
     * @param settings those of {@link #settings}, with what was given for them while enabling
     */
    default List<? extends Fact> first(Map<String, String> settings, Surroundings around) {
        return List.of();
    }

    /** The business date of {@link #first}. */
    default LocalDate firstDay(Surroundings around) {
        return around.day("on", null);
    }

    /** What guards would have refused among the facts taken in; listed to whoever enables. */
    default List<String> warnings() {
        return List.of();
    }
}
