package org.stepwise.modules.internal.life;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.Conflict;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.announce.Announcers;
import org.stepwise.modules.internal.catalogue.Draft;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.modules.internal.draft.Drafts;
import org.stepwise.modules.internal.feature.Features;
import org.stepwise.modules.internal.gate.Gates;
import org.stepwise.modules.internal.gate.Key;

/** Switches a module off in a company, and purges it. */
@Component(service = Stopper.class)
public final class Stopper {
    private static final long DRAIN_MILLISECONDS = 30_000;

    private final Features features;
    private final Preparation preparation;
    private final CatchUp catchUp;
    private final Gates gates;
    private final StateTable states;
    private final Drafts drafts;
    private final Announcers announcers;

    @Activate
    public Stopper(
            @Reference Features features,
            @Reference Preparation preparation,
            @Reference CatchUp catchUp,
            @Reference Gates gates,
            @Reference StateTable states,
            @Reference Drafts drafts,
            @Reference Announcers announcers) {
        this.features = features;
        this.preparation = preparation;
        this.catchUp = catchUp;
        this.gates = gates;
        this.states = states;
        this.drafts = drafts;
        this.announcers = announcers;
    }

    /** Waits for what is in flight; when that does not end in time, nothing was changed. Says before what is lost. */
    void switchOff(Key key, ModuleDescriptor module) {
        var row = states.find(key);
        var state = row.map(StateTable.Row::state).orElse(State.AVAILABLE);
        if (!Set.of(State.ON, State.FAILED).contains(state)) {
            throw new Conflict(
                    "erp.module.not-on",
                    "the module %s is %s, so that it cannot be switched off".formatted(key.module(), word(state)));
        }
        // Where nothing can be written now this says so before anything has happened.
        states.set(key, state, row.get().reason());
        losses(key, module.drafts().stream().filter(Draft::whenOff).toList())
                .forEach(lost -> announcers.lost(key.company(), module.title(), lost));
        try {
            gates.gate(key).drain(DRAIN_MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", stopping);
        }
        catchUp.stop(key);
        states.set(key, State.OFF, "");
        gates.gate(key).close(false);
    }

    /** What is no fact: it is said before, for nobody can bring it back. */
    List<Drafts.Lost> losses(Key key, List<Draft> drafted) {
        return states.find(key)
                .filter(row -> row.state() == State.ON || row.state() == State.OFF)
                .map(row -> drafts.of(key.company(), row.schema(), drafted))
                .orElse(List.of());
    }

    /** Takes the bundles away once no company has the module on. */
    void uninstall(ModuleDescriptor module) {
        features.uninstall(module, () -> states.wanted(module.name()));
    }

    void purge(Key key, ModuleDescriptor module, String confirm) {
        var row = states.find(key).filter(known -> known.state() == State.OFF);
        if (row.isEmpty()) {
            throw new Conflict(
                    "erp.module.not-off",
                    "only a module that is off can be purged; disable " + key.module() + " first");
        }
        if (!key.module().equals(confirm)) {
            var lost = losses(key, module.drafts()).stream()
                    .map(each -> each.loss().text())
                    .toList();
            throw new Conflict(
                    "erp.module.purge-unconfirmed",
                    "purging deletes all data of the module in this company (an export is written first)"
                            + (lost.isEmpty() ? "" : " and loses for good " + String.join(" and ", lost))
                            + "; to confirm, type: " + key.module());
        }
        losses(key, module.drafts()).forEach(lost -> announcers.lost(key.company(), module.title(), lost));
        preparation.purge(key, row.get().schema(), module.personal(), () -> catchUp.forget(key));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
