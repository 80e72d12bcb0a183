package org.stepwise.modules.internal.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.life.LifeCycle;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/** Knows which modules did not come up, and which are not there any more. */
@Component
public final class ModuleWatch implements Watch {
    static final String FAILED = "erp.state.module-failed";
    static final String MISSING = "erp.state.module-missing";

    private final LifeCycle life;

    @Activate
    public ModuleWatch(@Reference LifeCycle life) {
        this.life = life;
    }

    @Override
    public List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        life.failures().forEach((key, reason) -> conditions.add(failed(key, reason)));
        life.missing().forEach(key -> conditions.add(missing(key)));
        return conditions;
    }

    private static Condition missing(Key key) {
        return new Condition(
                MISSING,
                Gravity.WARNING,
                key.company(),
                "%s shall be on and is not installed; enable it by erp:module-enable or on the page Modules"
                        .formatted(key.module()),
                Map.of("module", key.module()));
    }

    private static Condition failed(Key key, String reason) {
        return new Condition(
                FAILED,
                Gravity.WARNING,
                key.company(),
                "%s could not be started: %s; mend that, then enable it by erp:module-enable or on the page Modules"
                        .formatted(key.module(), reason),
                Map.of("module", key.module(), "reason", reason));
    }
}
