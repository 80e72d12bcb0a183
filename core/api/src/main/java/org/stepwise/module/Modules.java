package org.stepwise.module;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** The life cycle of modules, by company. */
@ProviderType
public interface Modules {
    List<Standing> list(Id company);

    Standing find(Id company, String module);

    /** What enabling would do, and what switching off or a purge would lose; writes nothing. */
    Plan plan(Id company, String module);

    /**
     * The business settings that count when the module is enabled now: none once they are in the log, for a purge does
     * not take them back.
     */
    List<Setting> settings(Id company, String module);

    /**
     * Starts to enable and returns at once; the standing tells how far it is. Settings given stand before the first
     * event. One that cannot count is refused with {@code erp.module.settings}: one that the module does not know, a
     * value it does not offer, and any when the first enabling has set them already.
     */
    void enable(Id company, String module, Map<String, String> settings);

    /** Drains what is in flight and switches off; data stay, events wait. */
    void disable(Id company, String module);

    /**
     * Exports, then deletes the module's data of the company; refused unless off and {@code confirm} repeats its name.
     */
    void purge(Id company, String module, String confirm);

    enum State {
        AVAILABLE,
        ENABLING,
        ON,
        OFF,
        FAILED,
        /** It shall be on, and its implementation is not installed: enabling installs it again. */
        MISSING
    }

    /**
     * Where a module stands; {@code position} is how far its tables are, {@code secondsLeft} and counts while enabling;
     * what is {@code alwaysOn} cannot be switched off.
     */
    record Standing(
            String name,
            String title,
            State state,
            String reason,
            long position,
            long read,
            long total,
            long secondsLeft,
            boolean alwaysOn) {}

    /** What enabling would touch. */
    record Plan(
            String module,
            List<String> features,
            List<BundleChange> bundles,
            List<String> migrations,
            long events,
            long seconds,
            List<Setting> settings,
            List<String> warnings,
            List<Loss> losses) {}

    /**
     * What is no fact and would be lost with a module that is on, or off with its data.
     *
     * @param what such as {@code planned deliveries}
     * @param whenOff whether it is lost as soon as the module is off; else when it is purged
     * @param by who made it, by name; empty when nobody knows
     */
    record Loss(String what, long count, boolean whenOff, List<String> by) {
        /** Such as {@code 3 planned deliveries (Ada)}. */
        public String text() {
            return count + " " + what + (by.isEmpty() ? "" : " (" + String.join(", ", by) + ")");
        }
    }

    /** One bundle and what happens to it: start, stop or refresh. */
    record BundleChange(String name, String action) {}

    /** A business setting asked for while enabling; {@code value} is the default. */
    record Setting(String name, String title, List<String> choices, boolean required, String value) {}
}
