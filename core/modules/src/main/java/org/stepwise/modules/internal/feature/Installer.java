package org.stepwise.modules.internal.feature;

import java.util.List;
import org.stepwise.module.Modules;

/** Brings the bundles of a module into the container. Where there is none, modules are simply present. */
public interface Installer {
    /** Returns when the feature's bundles are started; at once when they are. */
    void install(String feature);

    void uninstall(String feature);

    /** What installing the feature would touch; touches nothing. */
    Touched touched(String feature);

    /**
     * What an installation touches.
     *
     * @param scripts the migration scripts in the feature's bundles, such as {@code db/crm/V1__orders.sql}
     * @param problems why it would not resolve; empty when it would
     */
    record Touched(
            List<String> features, List<Modules.BundleChange> bundles, List<String> scripts, List<String> problems) {}
}
