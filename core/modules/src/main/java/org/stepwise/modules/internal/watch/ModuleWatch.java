package org.stepwise.modules.internal.watch;

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

/** Knows which modules did not come up. */
@Component
public final class ModuleWatch implements Watch {
    static final String FAILED = "erp.state.module-failed";

    private final LifeCycle life;

    @Activate
    public ModuleWatch(@Reference LifeCycle life) {
        this.life = life;
    }

    @Override
    public List<Condition> conditions() {
        return life.failures().entrySet().stream()
                .map(entry -> failed(entry.getKey(), entry.getValue()))
                .toList();
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
