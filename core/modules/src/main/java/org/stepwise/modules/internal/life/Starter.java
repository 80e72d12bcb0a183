package org.stepwise.modules.internal.life;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.catalogue.KnownModules;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.modules.internal.feature.Features;
import org.stepwise.modules.internal.gate.Gate;
import org.stepwise.modules.internal.gate.Gates;
import org.stepwise.modules.internal.gate.Key;

/**
 * Brings a module up in a company: bundles, tables, settings, the log, verbs. Each step does nothing where it was done
 * before, so that the same way leads on after a kill, a failure and a restart.
 */
@Component(service = Starter.class)
public final class Starter {
    private static final long SERVICES_SECONDS = 120;

    private final Features features;
    private final Preparation preparation;
    private final CatchUp catchUp;
    private final Gates gates;
    private final StateTable states;
    private final KnownModules known;

    @Activate
    public Starter(
            @Reference Features features,
            @Reference Preparation preparation,
            @Reference CatchUp catchUp,
            @Reference Gates gates,
            @Reference StateTable states,
            @Reference KnownModules known) {
        this.features = features;
        this.preparation = preparation;
        this.catchUp = catchUp;
        this.gates = gates;
        this.states = states;
        this.known = known;
    }

    Gates gates() {
        return gates;
    }

    Map<Key, Gate> openGates(String module) {
        return gates.known().stream()
                .filter(key -> key.module().equals(module) && gates.gate(key).isOpen())
                .collect(Collectors.toMap(key -> key, gates::gate));
    }

    KnownModules known() {
        return known;
    }

    CatchUp catchUp() {
        return catchUp;
    }

    Preparation preparation() {
        return preparation;
    }

    void bringUp(Key key, ModuleDescriptor module, Contexts contexts, Consumer<Progress> report)
            throws InterruptedException {
        var gate = gates.gate(key);
        gate.prepare();
        features.install(module, phase -> report.accept(Progress.of(phase)));
        report.accept(Progress.of("waiting for its services"));
        var context = contexts.await(key.module(), SERVICES_SECONDS);
        report.accept(Progress.of("its tables are being brought up to date"));
        preparation.migrate(context);
        states.schema(key, context.schema());
        preparation.configure(key, context, context.settings(module.settings()));
        gate.catchUp(0);
        catchUp.run(key, contexts.parts(context), count -> {
            gate.catchUp(count.secondsLeft());
            report.accept(Progress.of(count));
            if (count.hasTakenTwiceAsLong()) {
                preparation.measure(context);
            }
        });
        states.set(key, State.ON, "");
        gate.open();
    }

    /**
     * Leaves a module that did not come up switched off, but for one that was on already: it stays on in the table, and
     * the next start tries again. Returns whether it stays on.
     */
    boolean giveUp(Key key, String reason) {
        try {
            catchUp.stop(key);
        } catch (RuntimeException second) {
            LoggerFactory.getLogger(Starter.class).warn("delivery to {} does not stop", key, second);
        }
        var staysOn = states.find(key).map(StateTable.Row::state).orElse(State.AVAILABLE) == State.ON;
        if (!staysOn) {
            states.set(key, State.FAILED, reason);
        }
        gates.gate(key).close(staysOn);
        return staysOn;
    }
}
