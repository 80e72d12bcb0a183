package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.SubscriptionTable.Move;

/** Brings one subscription of one company forward, batch by batch: the effects and the position in one transaction. */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int LIVE = 100;
    private static final int CATCHING_UP = 500;
    private static final int MUCH = 50;
    /** After failures, and so many more after each batch that goes well again. */
    private static final int SUSPICIOUS = 25;

    private static final long LAZY_POSITIONS = 50_000;

    private final Id company;
    private final Work work;
    private final Dispatcher dispatcher;
    private final Paced alone;
    private final Hunt hunt = new Hunt();
    private final ReentrantLock lock = new ReentrantLock();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private long stored = -1;
    private int limit = LIVE;
    private List<Envelope> tried = List.of();
    private volatile long seen = -1;
    private volatile long wanted = -1;
    private volatile boolean running = true;
    private volatile boolean caughtUp;
    private volatile Ride ride;

    Runner(Id company, Work work, Dispatcher dispatcher) {
        this.company = company;
        this.work = work;
        this.dispatcher = dispatcher;
        this.alone = new Paced(dispatcher.behind(), work.name() + " of company " + company, this::run);
    }

    public Id company() {
        return company;
    }

    public Work work() {
        return work;
    }

    /** How far it has looked: everything wanted up to here is taken in; -1 while it prepares. */
    public long seen() {
        return seen;
    }

    public long delivered() {
        return delivered.sum();
    }

    public long failed() {
        return failed.sum();
    }

    /**
     * An event it wants is at the position; it may not be readable before another transaction has ended, or be just
     * what the convoy has carried.
     */
    public synchronized void wanted(long position) {
        wanted = Math.max(wanted, position);
        if (ride == null || position > ride.upTo()) {
            wake();
        }
    }

    /** The highest position it has been called for. */
    public long wanted() {
        return wanted;
    }

    /** Whether it has been called for something that it could not read yet, at or below the position. */
    public boolean waits(long position) {
        return seen < Math.min(wanted, position);
    }

    /** Whether there is something that it has not taken in yet, or may be: nobody has looked up to the end for it. */
    public boolean behind() {
        return !caughtUp || seen < wanted;
    }

    /** There may be something to read. */
    public void wake() {
        if (caughtUp) {
            dispatcher.convoy(company).wake();
        } else {
            alone.wake();
        }
    }

    /** Ends after the batch at work. */
    void stop() {
        running = false;
        alone.stop();
        lock.lock();
        try {
            if (stored >= 0 && seen > stored) {
                moveOn();
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} of company {} will look again at what it has passed: {}",
                    work.name(),
                    company,
                    failure.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /** Between two batches: for what an administrator does with parked events. */
    public <T> T between(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
            wake();
        }
    }

    /** Takes part in the next journey of the convoy, if it has caught up and nobody works with it. */
    boolean board() {
        if (!running || !caughtUp || !lock.tryLock()) {
            return false;
        }
        if (running && caughtUp) {
            return true;
        }
        lock.unlock();
        return false;
    }

    void leave() {
        lock.unlock();
    }

    /** A journey begins, in a transaction of the convoy. */
    void depart() {
        ride = new Ride(work, seen);
    }

    Ride ride() {
        return ride;
    }

    /** The step that the journey makes; none when there was nothing worth keeping. */
    Optional<Move> step() {
        boolean far = ride.upTo() - stored > LAZY_POSITIONS;
        if (ride.taken() < 0 && !far) {
            return Optional.empty();
        }
        return Optional.of(new Move(stored, ride.taken() < 0 ? ride.upTo() : ride.taken(), work.concluded()));
    }

    /**
     * The convoy's transaction has committed. Who took in much, while there is more to come, goes on alone: what a
     * module that catches up concludes by the thousand shall hold up nobody else.
     */
    void arrived(Move move, boolean more) {
        if (move != null) {
            stored = move.to();
        }
        seen = ride.upTo();
        work.committed();
        delivered.add(ride.events());
        if (ride.gated() || more && ride.events() >= MUCH) {
            caughtUp = false;
            alone.wake();
        }
    }

    /** Somebody aboard has failed: looks for the culprit among its own events. */
    void goAlone() {
        caughtUp = false;
        alone.wake();
    }

    private boolean run() {
        boolean more = stepAlone();
        dispatcher.advanced(List.of(this));
        return more;
    }

    private boolean stepAlone() {
        lock.lock();
        try {
            if (!running) {
                return false;
            }
            if (caughtUp) {
                dispatcher.convoy(company).wake();
                return false;
            }
            if (stored < 0) {
                stored = work.prepare();
                seen = stored;
            }
            Look look;
            do {
                look = advance();
            } while (running && hunt.on());
            if (look.end()) {
                caughtUp = true;
                dispatcher.convoy(company).wake();
            }
            return look.more();
        } finally {
            lock.unlock();
        }
    }

    /** Looks and delivers in one transaction. */
    private Look advance() {
        try {
            return looked(dispatcher.transactions().call(this::lookAndTake));
        } catch (RuntimeException | LinkageError failure) {
            if (passing(failure) || tried.isEmpty()) {
                throw failure;
            }
            return refused(failure);
        }
    }

    /** In the running transaction. */
    private Look lookAndTake() {
        tried = List.of();
        work.begin();
        Look look = look();
        tried = look.batch();
        if (!tried.isEmpty()) {
            take();
            move(look.last());
        }
        return look;
    }

    private void take() {
        if (hunt.blind()) {
            work.takeEach(tried);
        } else {
            work.take(tried);
        }
    }

    /** What was tried is undone: the search for the culprit goes on, or is over. */
    private Look refused(Throwable failure) {
        failed.increment();
        limit = Math.max(SUSPICIOUS, Math.min(limit, tried.size()) / 2);
        if (hunt.failed(tried, work.failedAt())) {
            park(tried.get(0), failure);
            hunt.over();
        }
        return Look.AGAIN;
    }

    private Look look() {
        long horizon = dispatcher.store().horizon();
        long bound = work.bound(horizon, none -> false);
        if (bound <= seen) {
            return new Look(seen, List.of(), false, bound == horizon);
        }
        int most = hunt.next(limit);
        Page page = dispatcher.store().page(company, work.feed(), new Range(seen, bound, most));
        return new Look(bound, page.events(), page.more(), !page.more() && bound == horizon);
    }

    private Look looked(Look look) {
        if (!look.batch().isEmpty()) {
            committed(look.last());
            delivered.add(look.batch().size());
        }
        if (!hunt.passed(look.batch().size())) {
            limit = look.more() ? Math.min(CATCHING_UP, limit + (limit < LIVE ? SUSPICIOUS : limit)) : LIVE;
        }
        if (!look.more()) {
            seen = look.bound();
        }
        if (look.batch().isEmpty() && seen - stored > LAZY_POSITIONS) {
            moveOn();
        }
        return look;
    }

    /** Keeps how far it has looked, though there was nothing to do. */
    private void moveOn() {
        dispatcher.transactions().run(() -> {
            work.begin();
            move(seen);
        });
        stored = seen;
    }

    /**
     * What there was to deliver.
     *
     * @param more whether there is more up to the bound
     * @param end whether that was all there is in the log
     */
    private record Look(long bound, List<Envelope> batch, boolean more, boolean end) {
        static final Look AGAIN = new Look(0, List.of(), true, false);

        long last() {
            return batch.get(batch.size() - 1).position();
        }
    }

    private boolean passing(Throwable failure) {
        return !running || failure instanceof Moved || Failures.passing(failure);
    }

    private void park(Envelope event, Throwable failure) {
        dispatcher.transactions().run(() -> {
            work.begin();
            work.park(event, failure);
            move(event.position());
        });
        committed(event.position());
        LOG.error(
                "{} of company {} can not take in {} at {}: it is parked",
                work.name(),
                company,
                event.type(),
                event.position(),
                failure);
    }

    private void committed(long position) {
        stored = position;
        seen = position;
        work.committed();
    }

    /** After everything else is written: who asks how far all are waits for the row, and holds those before it. */
    private void move(long position) {
        dispatcher.transactions().flush();
        if (!dispatcher.places().move(company, work.name(), new Move(stored, position, work.concluded()))) {
            stored = -1;
            throw new Moved(work.name());
        }
    }

    /** Another node has delivered meanwhile: what was done here is undone, and the position read again. */
    static final class Moved extends RuntimeException {
        Moved(String name) {
            super(name + " was moved by another server");
        }
    }
}
