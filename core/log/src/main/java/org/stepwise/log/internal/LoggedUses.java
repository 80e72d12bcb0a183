package org.stepwise.log.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Days;
import org.stepwise.log.event.Event;
import org.stepwise.log.guard.Uses;
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
    private final Days days;
    private final Callers callers;
    private final Transactions transactions;

    @Activate
    public LoggedUses(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Days days,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.store = store;
        this.codec = codec;
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
        Map<String, Use<?>> byType = Stream.of(uses)
                .collect(Collectors.toMap(use -> codec.kind(use.type()).type(), Function.identity()));
        return transactions.call(() -> store.since(company, validFrom, Feed.of(byType.keySet()))).stream()
                .filter(event -> uses(byType.get(event.type()), event))
                .map(Envelope::on)
                .max(Comparator.naturalOrder());
    }

    private <E extends Event> boolean uses(Use<E> use, Envelope event) {
        return use.test().test(codec.read(event, use.type()));
    }
}
