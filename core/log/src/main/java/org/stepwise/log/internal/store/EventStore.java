package org.stepwise.log.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The table of events: appended at the end of a transaction, read up to the horizon. */
@Component(service = EventStore.class)
public final class EventStore {
    private static final String COLUMNS = "company, position, business_date, recorded_at, actor, door, module, cause,"
            + " reaction, ordinal, type, version, series, document, subject, payload";
    private static final String INSERT = "INSERT INTO eventlog.event (" + COLUMNS + ") VALUES (" + Jdbc.marks(16) + ")";
    /** Payload that one page has: long events have many lines, and whoever takes them in writes a row for each. */
    private static final int PAGE_BYTES = 192 * 1024;

    static final String SELECT = "SELECT " + COLUMNS + " FROM eventlog.event";

    private static final String RANGE = SELECT + " WHERE company = ? AND position > ? AND position <= ?";

    private static final String SINCE = SELECT + " WHERE business_date >= ? AND company = ?";

    private final Transactions transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Sql sql;
    private final Jdbc jdbc;
    private final Tally tally;
    private final Parts parts;
    private final Positions positions;
    private final boolean shared;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public EventStore(
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference Ids ids,
            @Reference TransactionSynchronizationRegistry registry) {
        this.transactions = transactions;
        this.registry = registry;
        this.sql = sql;
        this.jdbc = new Jdbc(sql);
        this.tally = new Tally(jdbc);
        this.parts = new Parts(jdbc, ids);
        this.shared = database.kind() == Database.Kind.POSTGRESQL;
        database.migrate("eventlog", EventStore.class.getClassLoader());
        this.positions = shared ? new PostgresPositions() : new DerbyPositions(highest());
    }

    Parts parts() {
        return parts;
    }

    public Jdbc jdbc() {
        return jdbc;
    }

    /** Whether other processes may append too, so that somebody has to look. */
    public boolean shared() {
        return shared;
    }

    /** Queues the event; it gets its place when everything else of the running transaction is written. */
    public void append(Envelope event) {
        if (!transactions.active()) {
            throw new IllegalStateException("an event is recorded in a transaction; " + event.type() + " came in none");
        }
        Write write = (Write) registry.getResource(this);
        if (write == null) {
            write = new Write();
            registry.putResource(this, write);
            registry.registerInterposedSynchronization(write);
        }
        write.pending.add(event);
    }

    /** The highest position given so far. */
    public long last() {
        return positions.last(sql);
    }

    /** Up to here everything is there for the running transaction to read, what it has written itself included. */
    public long horizon() {
        Write write = (Write) (transactions.active() ? registry.getResource(this) : null);
        return positions.horizon(sql, write == null ? Set.of() : write.own());
    }

    /** Gives the events queued by the running transaction their places now; returns whether there were any. */
    public boolean write() {
        Write write = (Write) registry.getResource(this);
        return write != null && write.now();
    }

    /** The events wanted after one position up to another, in order; the upper end must not be above the horizon. */
    public List<Envelope> read(Id company, Feed feed, Range range) {
        return parts.whole(rows(company, feed, range));
    }

    /** As {@link #read}, but no more than is taken in at a time: fewer when they are long. */
    public Page page(Id company, Feed feed, Range range) {
        List<Envelope> found = rows(company, feed, range);
        int fitting = 0;
        int bytes = 0;
        for (Envelope event : found) {
            bytes += Parts.length(event);
            if (bytes > PAGE_BYTES && fitting > 0) {
                break;
            }
            fitting++;
        }
        return new Page(
                parts.whole(found.subList(0, fitting)), fitting < found.size() || found.size() == range.limit());
    }

    /** Some events, and whether there may be more of the stretch they were looked for in. */
    public record Page(List<Envelope> events, boolean more) {
        /** How far has been read. */
        public long last() {
            return events.get(events.size() - 1).position();
        }
    }

    private List<Envelope> rows(Id company, Feed feed, Range range) {
        if (feed.empty() || range.upTo() <= range.after()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(company, range.after(), range.upTo()));
        values.addAll(feed.values());
        String query = RANGE + feed.condition() + " ORDER BY position FETCH FIRST " + range.limit() + " ROWS ONLY";
        return jdbc.list(query, EventStore::envelope, values.toArray());
    }

    /** The events wanted of a business date and later, in no order. */
    public List<Envelope> since(Id company, LocalDate day, Feed feed) {
        if (feed.empty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(day, company));
        values.addAll(feed.values());
        return jdbc.list(SINCE + feed.condition(), EventStore::envelope, values.toArray());
    }

    /** Those of one company at these places, the newest first. */
    public List<Envelope> at(Id company, Collection<Long> places) {
        String query = SELECT + " WHERE company = ? AND position IN (?)";
        return parts.whole(jdbc.list(query, EventStore::envelope, company, places)).stream()
                .sorted(Comparator.comparing(Envelope::position).reversed())
                .toList();
    }

    /** Of all companies, in order; those of one type, or all of them for null. */
    public List<Envelope> ofAll(String type, Range range) {
        List<Object> values = new ArrayList<>(List.of(range.after(), range.upTo()));
        if (type != null) {
            values.add(type);
        }
        String query = SELECT + " WHERE position > ? AND position <= ?"
                + (type == null ? "" : " AND type = ?") + " ORDER BY position FETCH FIRST " + range.limit()
                + " ROWS ONLY";
        return jdbc.list(query, EventStore::envelope, values.toArray()).stream()
                .collect(Collectors.groupingBy(Envelope::company))
                .values()
                .stream()
                .flatMap(ofCompany -> parts.whole(ofCompany).stream())
                .sorted(Comparator.comparing(Envelope::position))
                .toList();
    }

    public Optional<Envelope> find(Id company, long position) {
        return read(company, Feed.all(), new Range(position - 1, position, 1)).stream()
                .findFirst();
    }

    /** The events of the company after the position, up to the horizon. */
    public long count(Id company, long after) {
        long horizon = horizon();
        if (after >= horizon) {
            return 0;
        }
        return transactions.call(() -> tally.upTo(company, horizon) - tally.upTo(company, Math.max(0, after)));
    }

    /** When the event at the highest position was recorded. */
    public Optional<Instant> newest() {
        String query = "SELECT recorded_at FROM eventlog.event"
                + " WHERE position = (SELECT MAX(position) FROM eventlog.event)";
        return transactions.call(() -> jdbc.first(query, row -> Jdbc.moment(row, "recorded_at")));
    }

    public void listen(CommitListener listener) {
        listeners.add(listener);
    }

    public void unlisten(CommitListener listener) {
        listeners.remove(listener);
    }

    /**
     * A stretch of the log.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    public record Range(long after, long upTo, int limit) {}

    private long highest() {
        return transactions.call(() -> jdbc.first("SELECT MAX(position) FROM eventlog.event", row -> row.getLong(1))
                .orElse(0L));
    }

    static Envelope envelope(ResultSet row) throws SQLException {
        Long document = Jdbc.nullable(row, "document");
        Long subject = Jdbc.nullable(row, "subject");
        Long ordinal = Jdbc.nullable(row, "ordinal");
        return new Envelope(
                new Id(row.getLong("company")),
                row.getLong("position"),
                row.getDate("business_date").toLocalDate(),
                Jdbc.moment(row, "recorded_at"),
                new Id(row.getLong("actor")),
                row.getString("door"),
                row.getString("module"),
                Jdbc.nullable(row, "cause"),
                row.getString("reaction"),
                ordinal == null ? null : ordinal.intValue(),
                row.getString("type"),
                row.getInt("version"),
                row.getString("series"),
                document == null ? null : new Id(document),
                subject == null ? null : new Id(subject),
                row.getBytes("payload"));
    }

    /** Writes what one transaction recorded, after the flush of its entities. */
    private final class Write implements Synchronization {
        private final List<Envelope> pending = new ArrayList<>();
        private final List<Envelope> written = new ArrayList<>();
        private final List<long[]> taken = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            now();
        }

        private boolean now() {
            if (pending.isEmpty()) {
                return false;
            }
            long[] places = positions.take(sql, pending.size());
            taken.add(places);
            List<Envelope> placed = IntStream.range(0, places.length)
                    .mapToObj(i -> pending.get(i).placed(places[i]))
                    .toList();
            pending.clear();
            jdbc.batch(
                    INSERT, parts.split(placed).stream().map(Envelope::values).toList());
            written.addAll(placed);
            return true;
        }

        private Set<Long> own() {
            return taken.stream().map(places -> places[0]).collect(Collectors.toSet());
        }

        @Override
        public void afterCompletion(int status) {
            boolean committed = status == Status.STATUS_COMMITTED;
            taken.forEach(places -> positions.settled(places, committed));
            List<Envelope> visible = committed ? written : List.of();
            if (!taken.isEmpty()) {
                listeners.forEach(listener -> listener.ended(visible));
            }
        }
    }
}
