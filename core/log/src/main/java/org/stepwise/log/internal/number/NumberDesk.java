package org.stepwise.log.internal.number;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.Numbers;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.security.Companies;

/** Numbers documents for every company, whatever modules are on. */
@Component(immediate = true)
public final class NumberDesk implements Numbers {
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int LATEST = 1_000;

    private final Dispatcher dispatcher;
    private final EventStore store;
    private final EventCodec codec;
    private final NumberWork.Tools tools;
    private final Map<Key, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final Map<Key, String> latest = Collections.synchronizedMap(new Latest());
    private final CommitListener bell = this::rung;

    private record Key(Id company, Id document) {}

    /** The numbers given last; a number never changes, so that what is kept here is true for good. */
    private static final class Latest extends LinkedHashMap<Key, String> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > LATEST;
        }
    }

    @Activate
    public NumberDesk(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Dispatcher dispatcher,
            @Reference Clock clock,
            @Reference Companies companies) {
        this.store = store;
        this.codec = codec;
        this.dispatcher = dispatcher;
        this.tools = new NumberWork.Tools(dispatcher.transactions(), clock, this::given);
        store.listen(bell);
        companies.all().forEach(company -> number(company.id()));
    }

    @Deactivate
    public void close() {
        store.unlisten(bell);
    }

    @Override
    public Optional<String> find(Id company, Id document) {
        return dispatcher.transactions().call(() -> store.jdbc()
                .first(
                        "SELECT issued_number FROM eventlog.document_number WHERE company = ? AND document = ?",
                        row -> row.getString(1),
                        company,
                        document));
    }

    /** Most numbers come from this server a moment after the commit; looking into the table is for the others. */
    @Override
    public Optional<String> await(Id company, Id document) {
        Key key = new Key(company, document);
        CompletableFuture<String> coming = waiting.computeIfAbsent(key, any -> new CompletableFuture<>());
        try {
            String given = latest.get(key);
            long end = System.nanoTime() + LONGEST_WAIT_NANOS;
            Optional<String> found = Optional.ofNullable(given);
            while (found.isEmpty() && System.nanoTime() < end) {
                found = within(coming, Math.min(LOOK_NANOS, end - System.nanoTime()))
                        .or(() -> find(company, document));
            }
            return found;
        } finally {
            waiting.remove(key, coming);
        }
    }

    @Override
    public List<OutOfOrder> outOfOrder(Id company, Collection<String> series) {
        return dispatcher.transactions().call(() -> store
                .jdbc()
                .list(
                        "SELECT document, issued_number, business_date, newest FROM eventlog.number_behind"
                                + " WHERE company = ? AND series IN (?)",
                        row -> new OutOfOrder(
                                new Id(row.getLong(1)),
                                row.getString(2),
                                row.getDate(3).toLocalDate(),
                                row.getDate(4).toLocalDate()),
                        company,
                        series)
                .stream()
                .sorted(Comparator.comparing((OutOfOrder each) -> each.number().length())
                        .thenComparing(OutOfOrder::number))
                .toList());
    }

    private static Optional<String> within(CompletableFuture<String> coming, long nanoseconds) {
        try {
            return Optional.of(coming.get(Math.max(1, nanoseconds), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Who waits for numbers waits for those of a company's first document too, which brings its runner about. */
    private void rung(List<Envelope> events) {
        events.stream().filter(event -> event.series() != null).forEach(event -> number(event.company())
                .wanted(event.position()));
    }

    private Runner number(Id company) {
        return dispatcher
                .runner(company, NumberWork.NAME)
                .orElseGet(() -> dispatcher.start(company, new NumberWork(company, store, codec, tools)));
    }

    private void given(Id company, Map<Id, String> numbers) {
        numbers.forEach((document, number) -> {
            latest.put(new Key(company, document), number);
            CompletableFuture<String> coming = waiting.get(new Key(company, document));
            if (coming != null) {
                coming.complete(number);
            }
        });
    }
}
