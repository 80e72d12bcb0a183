package org.stepwise.log.internal.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stepwise.log.event.FiguresCorrected.Reconcluded;
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
    /** Those that can be taken into the log by one correction. */
    private static final int MOST_KEPT = 50_000;

    private final Shadows.Task task;
    private final Tools tools;
    private final Consumer<Difference> differs;
    private final ConsequenceTable table;
    private final SubscriptionTable places;
    private final Map<Identity, Reconcluded> corrected;
    private final Map<String, Boolean> silent = new HashMap<>();
    private final Map<Difference.Source, Envelope> onlyNow = new HashMap<>();

    /** @param corrected what was said to be concluded otherwise than it stands */
    Comparison(Shadows.Task task, Tools tools, Map<Identity, Reconcluded> corrected, Consumer<Difference> differs) {
        this.corrected = corrected;
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
        tools.transactions().call(() -> table.of(task.company(), name, causes)).stream()
                .filter(event -> ways.contains(new Way(event.cause(), event.reaction())))
                .forEach(event -> found.put(Identity.of(event), event));
        return found;
    }

    private record Way(long cause, String reaction) {}

    /** What is concluded only now and stands nowhere. */
    Envelope onlyNow(Difference.Source source) {
        return onlyNow.get(source);
    }

    private void compare(Envelope stands, Envelope computed) {
        Envelope one = stands == null ? computed : stands;
        ObjectNode before = stands == null ? null : counts(stands);
        ObjectNode now = computed == null ? null : tools.codec().said(computed);
        if (Objects.equals(before, now)) {
            return;
        }
        int version = computed == null ? one.version() : computed.version();
        Difference.Source source = new Difference.Source(one.cause(), one.reaction(), one.ordinal(), version);
        if (stands == null && onlyNow.size() < MOST_KEPT) {
            onlyNow.put(source, computed);
        }
        differs.accept(new Difference(
                Difference.Kind.CONSEQUENCE,
                source,
                one.subject(),
                one.on(),
                null,
                one.type(),
                text(before),
                text(now)));
    }

    /** What it says, or was said to say from then on; null where it was said to be none. */
    private ObjectNode counts(Envelope stands) {
        Reconcluded otherwise = corrected.get(Identity.of(stands));
        if (otherwise == null) {
            return tools.codec().said(stands);
        }
        return otherwise.says() == null
                ? null
                : tools.codec().said(otherwise.type(), otherwise.version(), otherwise.says());
    }

    private static String text(ObjectNode said) {
        return said == null ? null : said.toString();
    }
}
