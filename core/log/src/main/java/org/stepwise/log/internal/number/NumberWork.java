package org.stepwise.log.internal.number;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.log.internal.delivery.Work;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.Jdbc;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.store.SubscriptionTable.Place;

/** Counts the documents of one company in the order of the log, so that no number is left out or given twice. */
final class NumberWork implements Work {
    static final String NAME = "erp.numbers";

    private final Id company;
    private final EventStore store;
    private final EventCodec codec;
    private final Tools tools;
    private final Jdbc jdbc;
    private final Feed feed = Feed.numbered();
    private final Map<Id, String> given = new LinkedHashMap<>();
    private long standing;
    private long concluded;

    /** @param given told of the numbers once they are committed */
    record Tools(Transactions transactions, Clock clock, BiConsumer<Id, Map<Id, String>> given) {}

    NumberWork(Id company, EventStore store, EventCodec codec, Tools tools) {
        this.company = company;
        this.store = store;
        this.codec = codec;
        this.tools = tools;
        this.jdbc = store.jdbc();
    }

    @Override
    public String module() {
        return "erp";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public long prepare() {
        SubscriptionTable places = new SubscriptionTable(jdbc);
        Place place = tools.transactions()
                .call(() -> places.find(company, NAME).orElseGet(() -> places.begin(company, NAME, module())));
        standing = place.concluded();
        begin();
        return place.position();
    }

    @Override
    public long concluded() {
        return concluded;
    }

    @Override
    public void begin() {
        concluded = standing;
        given.clear();
    }

    @Override
    public boolean take(List<Envelope> batch) {
        Map<Id, Envelope> documents = new LinkedHashMap<>();
        Set<Id> numbered = numbered(batch);
        for (Envelope event : batch) {
            if (!numbered.contains(event.document())) {
                documents.putIfAbsent(event.document(), event);
            }
        }
        Map<Id, String> numbers = numbers(documents);
        List<Object[]> rows = new ArrayList<>();
        Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
        documents.forEach((document, event) -> {
            rows.add(new Object[] {company, document, event.series(), numbers.get(document)});
            store.append(consequence(event, numbers.get(document), now));
        });
        jdbc.batch(
                "INSERT INTO eventlog.document_number (company, document, series, issued_number) VALUES (?, ?, ?, ?)",
                rows);
        concluded = Math.max(concluded, batch.get(batch.size() - 1).position());
        given.putAll(numbers);
        return true;
    }

    @Override
    public void committed() {
        standing = concluded;
        tools.given().accept(company, Map.copyOf(given));
        given.clear();
    }

    /** A number is never given later than its turn: what fails is tried again until it succeeds. */
    @Override
    public void park(Envelope event, Throwable failure) {
        throw new IllegalStateException("document " + event.document() + " gets no number", failure);
    }

    private Map<Id, String> numbers(Map<Id, Envelope> documents) {
        Map<String, Long> counts = new TreeMap<>();
        documents.values().forEach(event -> counts.merge(event.series(), 1L, Long::sum));
        Map<String, Turn> turns = new HashMap<>();
        counts.forEach((series, count) -> turns.put(series, reserve(series, count)));
        Map<Id, String> numbers = new LinkedHashMap<>();
        List<Object[]> behind = new ArrayList<>();
        documents.forEach((document, event) -> {
            Turn turn = turns.get(event.series());
            String number = "%s-%06d".formatted(event.series(), turn.next());
            numbers.put(document, number);
            if (turn.isBehind(event.on())) {
                behind.add(new Object[] {company, document, event.series(), number, event.on(), turn.newest});
            }
        });
        jdbc.batch(
                "INSERT INTO eventlog.number_behind (company, document, series, issued_number, business_date, newest)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                behind);
        jdbc.batch(
                "UPDATE eventlog.number_series SET newest = ? WHERE company = ? AND series = ?",
                counts.keySet().stream()
                        .filter(series -> turns.get(series).advanced)
                        .map(series -> new Object[] {turns.get(series).newest, company, series})
                        .toList());
        return numbers;
    }

    /** The numbers reserved of a series, and its newest day so far. */
    private static final class Turn {
        private long next;
        private LocalDate newest;
        private boolean advanced;

        Turn(long next, LocalDate newest) {
            this.next = next;
            this.newest = newest;
        }

        long next() {
            return next++;
        }

        /** Whether a number of a later day was given before; if not, this day is the newest now. */
        boolean isBehind(LocalDate day) {
            if (newest == null || day.isAfter(newest)) {
                newest = day;
                advanced = true;
            }
            return day.isBefore(newest);
        }
    }

    /** So many numbers. */
    private Turn reserve(String series, long count) {
        int known = jdbc.update(
                "UPDATE eventlog.number_series SET next_number = next_number + ? WHERE company = ? AND series = ?",
                count,
                company,
                series);
        if (known == 0) {
            jdbc.update(
                    "INSERT INTO eventlog.number_series (company, series, next_number) VALUES (?, ?, ?)",
                    company,
                    series,
                    count + 1);
            return new Turn(1, null);
        }
        return jdbc.first(
                        "SELECT next_number, newest FROM eventlog.number_series WHERE company = ? AND series = ?",
                        row -> new Turn(row.getLong(1) - count, day(row.getDate(2))),
                        company,
                        series)
                .orElseThrow();
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private Set<Id> numbered(List<Envelope> batch) {
        return new HashSet<>(jdbc.list(
                "SELECT document FROM eventlog.document_number WHERE company = ? AND document IN (?)",
                row -> new Id(row.getLong(1)),
                company,
                batch.stream().map(Envelope::document).distinct().toList()));
    }

    private Envelope consequence(Envelope event, String number, Instant now) {
        EventCodec.Written<DocumentNumbered> written =
                codec.write(company, new DocumentNumbered(event.document(), event.series(), number));
        return new Envelope(
                company,
                0,
                event.on(),
                now,
                event.actor(),
                "system",
                module(),
                event.position(),
                NAME,
                0,
                written.kind().type(),
                written.kind().version(),
                null,
                null,
                event.document(),
                written.payload());
    }
}
