package org.stepwise.log.internal.subscription;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stepwise.log.internal.store.ConsequenceTable;
import org.stepwise.log.internal.store.ConsequenceTable.Identity;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.subscription.SubscriptionWork.Tools;
import org.stepwise.log.internal.subscription.Understudy.Taken;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Shadows;

/** What a reaction concludes now, against what it has concluded from the same events. */
final class Comparison {
    private final Shadows.Task task;
    private final Tools tools;
    private final Consumer<Difference> differs;
    private final ConsequenceTable table;
    private final SubscriptionTable places;
    private final Map<String, Boolean> silent = new HashMap<>();

    Comparison(Shadows.Task task, Tools tools, Consumer<Difference> differs) {
        this.task = task;
        this.tools = tools;
        this.differs = differs;
        this.table = new ConsequenceTable(tools.store());
        this.places = new SubscriptionTable(tools.store().jdbc());
    }

    void compare(Taken taken) {
        if (taken.by().projection() || taken.concluded().isEmpty() && silent(taken.by())) {
            return;
        }
        Map<Identity, Envelope> stands = stands(taken);
        Map<Identity, Envelope> computed = new LinkedHashMap<>();
        taken.concluded().forEach(event -> computed.put(Identity.of(event), event));
        stands.forEach((identity, event) -> compare(event, computed.remove(identity)));
        computed.values().forEach(event -> compare(null, event));
    }

    /** Whether it has concluded nothing so far, as most do: then nothing is looked for. */
    private boolean silent(Definition reaction) {
        return silent.computeIfAbsent(reaction.name(), name -> tools.transactions()
                .call(() -> places.find(task.company(), name))
                .map(place -> place.concluded() == 0)
                .orElse(true));
    }

    private Map<Identity, Envelope> stands(Taken taken) {
        String name = taken.by().name();
        Set<Way> ways = new HashSet<>();
        taken.events().forEach(event -> ways.add(new Way(event.origin(), Round.reaction(name, event))));
        Set<Long> causes = ways.stream().map(Way::cause).collect(Collectors.toSet());
        Map<Identity, Envelope> found = new LinkedHashMap<>();
        List<Envelope> all = tools.transactions().call(() -> table.of(task.company(), name, causes));
        all.stream()
                .filter(event -> ways.contains(new Way(event.cause(), event.reaction())))
                .forEach(event -> found.put(Identity.of(event), event));
        return found;
    }

    private record Way(long cause, String reaction) {}

    private void compare(Envelope stands, Envelope computed) {
        if (stands != null
                && computed != null
                && stands.type().equals(computed.type())
                && tools.codec().said(stands).equals(tools.codec().said(computed))) {
            return;
        }
        Envelope one = stands == null ? computed : stands;
        differs.accept(new Difference(
                Difference.Kind.CONSEQUENCE,
                new Difference.Source(one.cause(), one.reaction(), one.ordinal()),
                one.subject(),
                one.on(),
                null,
                one.type(),
                said(stands),
                said(computed)));
    }

    private String said(Envelope event) {
        return event == null ? null : tools.codec().said(event).toString();
    }
}
