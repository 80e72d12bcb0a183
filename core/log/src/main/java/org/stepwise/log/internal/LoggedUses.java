package org.stepwise.log.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Days;
import org.stepwise.log.guard.Uses;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.security.Callers;

/** Reads what the log has from a day on, which is little: settings begin today or later. */
@Component
public final class LoggedUses implements Uses {
    private final EventStore store;
    private final EventCodec codec;
    private final EventCatalogue catalogue;
    private final Days days;
    private final Callers callers;
    private final Transactions transactions;

    @Activate
    public LoggedUses(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference EventCatalogue catalogue,
            @Reference Days days,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.store = store;
        this.codec = codec;
        this.catalogue = catalogue;
        this.days = days;
        this.callers = callers;
        this.transactions = transactions;
    }

    @Override
    public Optional<LocalDate> since(LocalDate validFrom, Use<?>... uses) {
        LocalDate ended = days.lastEnded();
        if (ended != null && !ended.isBefore(validFrom)) {
            return Optional.of(ended);
        }
        Id company = callers.current().company();
        Map<String, List<Test>> byType = new HashMap<>();
        for (Use<?> use : uses) {
            classes(use.type()).forEach((type, event) -> byType.computeIfAbsent(type, first -> new ArrayList<>())
                    .add(stored -> uses(use, event, stored)));
        }
        return transactions.call(() -> store.since(company, validFrom, Feed.of(byType.keySet()))).stream()
                .filter(event -> byType.get(event.type()).stream().anyMatch(test -> test.uses(event)))
                .map(Envelope::on)
                .max(Comparator.naturalOrder());
    }

    /** By type: of a contract all that are of it. */
    private Map<String, Class<?>> classes(Class<?> type) {
        return type.isInterface() ? catalogue.of(type) : Map.of(codec.kind(type).type(), type);
    }

    @FunctionalInterface
    private interface Test {
        boolean uses(Envelope event);
    }

    private <E> boolean uses(Use<E> use, Class<?> event, Envelope stored) {
        return use.test().test(use.type().cast(codec.event(stored, event)));
    }
}
