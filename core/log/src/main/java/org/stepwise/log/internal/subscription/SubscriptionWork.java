package org.stepwise.log.internal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Conclusions;
import org.stepwise.log.internal.delivery.Failures;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.delivery.Work;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.ParkedTable.Row;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.store.SubscriptionTable.Place;

/** Delivers to the handlers of a module's subscription, and parks by its order keys. */
final class SubscriptionWork implements Work {
    private static final int PAGE = 200;

    private final Id company;
    private final Definition definition;
    private final Tools tools;
    private final Gate gate;
    private final Feed settings;
    private final SubscriptionTable places;
    private final ParkedTable parkedTable;
    private State standing = new State(Parking.EMPTY, 0);
    private State state = standing;
    private Set<Long> skipped = Set.of();
    private Envelope atWork;
    private volatile long opened = Long.MAX_VALUE;
    private volatile long settled = -1;

    /** How far a reaction may read: its module's settings must be there first. */
    @FunctionalInterface
    interface Gate {
        long bound(long horizon, Predicate<Runner> ahead);
    }

    /**
     * What it knows beside the log.
     *
     * @param concluded the highest cause of its consequences
     */
    private record State(Parking parking, long concluded) {}

    /** What every subscription works with. */
    record Tools(EventStore store, EventCodec codec, Transactions transactions, Clock clock) {}

    SubscriptionWork(Id company, Definition definition, Tools tools, Gate gate) {
        this.company = company;
        this.definition = definition;
        this.tools = tools;
        this.gate = gate;
        this.settings = definition.settings();
        this.places = new SubscriptionTable(tools.store().jdbc());
        this.parkedTable = new ParkedTable(tools.store().jdbc());
    }

    @Override
    public String module() {
        return definition.module();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public Feed feed() {
        return definition.feed();
    }

    Definition definition() {
        return definition;
    }

    boolean bringsSettings() {
        return definition.projection() && !settings.empty();
    }

    /** Up to here all settings are in the tables, whatever else is not. */
    long settled() {
        return settled;
    }

    /** Facts of its own module after this position were applied by the verbs that recorded them. */
    void opened(long position) {
        opened = position;
    }

    @Override
    public long prepare() {
        Optional<Place> known = tools.transactions().call(() -> {
            opened = places.opened(company, name(), module());
            skipped = places.skipped(company, name());
            return places.find(company, name());
        });
        if (known.isEmpty() || known.get().position() == SubscriptionTable.NONE) {
            takeSettings();
            known = Optional.of(tools.transactions().call(() -> {
                if (projection()) {
                    places.beginLate(company, name(), module());
                    opened = Long.MAX_VALUE;
                }
                return places.begin(company, name(), module());
            }));
        }
        standing = new State(Parking.EMPTY, known.get().concluded());
        release(0);
        return known.get().position();
    }

    @Override
    public boolean projection() {
        return definition.projection();
    }

    @Override
    public long bound(long horizon, Predicate<Runner> ahead) {
        return definition.projection() ? horizon : beforeAbsent(gate.bound(horizon, ahead));
    }

    /** What is there and cannot be read, for its bundle is gone, is waited for and not passed. */
    private long beforeAbsent(long bound) {
        Feed absent = definition.absent();
        if (absent.empty()) {
            return bound;
        }
        return tools.transactions().call(() -> {
            long taken = places.find(company, name()).map(Place::position).orElse(0L);
            return tools.store().page(company, absent, new Range(Math.max(0, taken), bound, 1)).events().stream()
                    .findFirst()
                    .map(event -> Math.min(bound, event.position() - 1))
                    .orElse(bound);
        });
    }

    @Override
    public long concluded() {
        return state.concluded();
    }

    @Override
    public void begin() {
        state = standing;
    }

    @Override
    public void committed() {
        standing = state;
    }

    @Override
    public boolean take(List<Envelope> batch) {
        return take(batch, () -> {});
    }

    @Override
    public boolean takeEach(List<Envelope> batch) {
        return take(batch, tools.transactions()::flush);
    }

    private boolean take(List<Envelope> batch, Runnable afterEach) {
        Parking waiting = state.parking();
        Round round = round();
        boolean idle = true;
        for (Envelope event : batch) {
            Optional<Handler<?>> handler = definition.handler(event.type());
            if (handler.isPresent() && !skipped.contains(event.position()) && !appliedByVerb(event)) {
                atWork = event;
                waiting = take(handler.get().read(tools.codec(), event), event, waiting, round);
                afterEach.run();
                idle = false;
            }
        }
        atWork = null;
        taken(waiting, round);
        return !idle;
    }

    @Override
    public OptionalLong failedAt() {
        return atWork == null ? OptionalLong.empty() : OptionalLong.of(atWork.position());
    }

    /** Delivers, or holds back behind a parked event that shares a key; returns what waits then. */
    private Parking take(Handler.Read<?> read, Envelope event, Parking waiting, Round round) {
        if (!waiting.empty()) {
            Set<String> keys = read.keys();
            OptionalLong front = waiting.front(keys);
            if (front.isPresent()) {
                parkedTable.add(company, held(event, keys, front.getAsLong()), now());
                return waiting.with(keys, front.getAsLong());
            }
        }
        read.deliver(round.of(event));
        return waiting;
    }

    @Override
    public void park(Envelope event, Throwable failure) {
        Set<String> keys = keysOf(event);
        Row row = new Row(name(), event.position(), event.type(), keys, Failures.reason(failure), null);
        parkedTable.add(company, row, now());
        taken(state.parking().with(keys, event.position()), round());
    }

    /** Without its keys nobody can say what it holds back; an event that can not even be read has none. */
    private Set<String> keysOf(Envelope event) {
        try {
            return definition
                    .handler(event.type())
                    .orElseThrow()
                    .read(tools.codec(), event)
                    .keys();
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
    }

    /**
     * Delivers what nothing is in front of any more, in order, each in a transaction of its own.
     *
     * @param again a parked event to try again, or 0
     */
    void release(long again) {
        List<Row> rows = tools.transactions().call(() -> parkedTable.of(company, name()));
        Parking waiting = Parking.EMPTY;
        for (Row row : rows) {
            OptionalLong front = waiting.front(row.keys());
            if (front.isEmpty() && (row.heldBy() != null || row.position() == again)) {
                Optional<Throwable> failure = deliver(row);
                if (failure.isPresent()) {
                    change(new Row(
                            name(), row.position(), row.type(), row.keys(), Failures.reason(failure.get()), null));
                    waiting = waiting.with(row.keys(), row.position());
                }
            } else {
                if (front.isPresent() && row.heldBy() != null && row.heldBy() != front.getAsLong()) {
                    change(heldBy(row, front.getAsLong()));
                }
                waiting = waiting.with(row.keys(), front.orElse(row.position()));
            }
        }
        standing = new State(waiting, standing.concluded());
        begin();
    }

    /** Reads anew what is left out, and delivers what waited behind it. */
    void skipped() {
        skipped = tools.transactions().call(() -> places.skipped(company, name()));
        release(0);
    }

    private Optional<Throwable> deliver(Row row) {
        try {
            tools.transactions().run(() -> {
                begin();
                Round round = round();
                Envelope event = tools.store().find(company, row.position()).orElseThrow();
                definition.handler(event.type()).ifPresent(handler -> handler.read(tools.codec(), event)
                        .deliver(round.of(event)));
                parkedTable.remove(company, name(), row.position());
                taken(state.parking(), round);
                places.conclude(company, name(), concluded());
            });
            committed();
            return Optional.empty();
        } catch (RuntimeException | LinkageError failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }

    private void taken(Parking waiting, Round round) {
        state = new State(waiting, round.append(tools.store(), concluded()));
    }

    private void change(Row row) {
        tools.transactions().run(() -> parkedTable.change(company, row));
    }

    /** A setting too: delivered once more, it would undo for a moment what has replaced or withdrawn it meanwhile. */
    private boolean appliedByVerb(Envelope event) {
        return definition.projection()
                && event.fact()
                && event.position() > opened
                && event.module().equals(module());
    }

    /** Settings first, so that the first event finds them all; they are taken in again in their turn. */
    private void takeSettings() {
        if (!bringsSettings()) {
            return;
        }
        long horizon = tools.store().horizon();
        long after = 0;
        Page page;
        do {
            page = tools.store().page(company, settings, new Range(after, horizon, PAGE));
            List<Envelope> batch = page.events();
            tools.transactions().run(() -> batch.forEach(this::takeSetting));
            after = page.more() ? page.last() : horizon;
        } while (page.more());
        settled = horizon;
    }

    private void takeSetting(Envelope event) {
        if (!skipped.contains(event.position())) {
            Conclusions none = consequence -> {};
            definition
                    .handler(event.type())
                    .orElseThrow()
                    .read(tools.codec(), event)
                    .deliver(none);
        }
    }

    private Round round() {
        return new Round(name(), module(), tools.codec(), now());
    }

    private Instant now() {
        return tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Row held(Envelope event, Set<String> keys, long front) {
        return heldBy(new Row(name(), event.position(), event.type(), keys, "", front), front);
    }

    private static Row heldBy(Row row, long front) {
        return new Row(
                row.subscription(),
                row.position(),
                row.type(),
                row.keys(),
                "waits behind the event at " + front,
                front);
    }
}
