package org.stepwise.log.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.SubscriptionTable.Move;

/** Brings one subscription of one company forward, batch by batch: the effects and the position in one transaction. */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int LIVE = 100;
    private static final int CATCHING_UP = 500;
    private static final int BATCH_BYTES = 512 * 1024;
    private static final int TRIES = 3;
    private static final long LAZY_POSITIONS = 50_000;
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private enum State {
        IDLE,
        QUEUED,
        BUSY,
        BUSY_AND_WOKEN
    }

    private final Id company;
    private final Work work;
    private final Dispatcher dispatcher;
    private final ReentrantLock lock = new ReentrantLock();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private State state = State.IDLE;
    private long began = System.nanoTime() - PACE_NANOS;
    private long pause;
    private long stored = -1;
    private int limit = LIVE;
    private volatile long seen = -1;
    private volatile long wanted = -1;
    private volatile boolean running = true;

    Runner(Id company, Work work, Dispatcher dispatcher) {
        this.company = company;
        this.work = work;
        this.dispatcher = dispatcher;
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

    /** An event it wants is at the position; it may not be readable before another transaction has ended. */
    void wanted(long position) {
        wanted = position;
        wake();
    }

    /** Whether it has been called for something that it could not read yet. */
    boolean waits() {
        return seen < wanted;
    }

    /** There may be something to read. */
    public synchronized void wake() {
        switch (state) {
            case IDLE -> queue();
            case BUSY -> state = State.BUSY_AND_WOKEN;
            case QUEUED, BUSY_AND_WOKEN -> {}
        }
    }

    /** Ends after the batch at work. */
    void stop() {
        running = false;
        lock.lock();
        try {
            if (stored >= 0 && seen > stored) {
                dispatcher.transactions().run(() -> move(seen, work.concluded()));
                stored = seen;
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
    <T> T between(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
            wake();
        }
    }

    private void queue() {
        if (!running) {
            return;
        }
        state = State.QUEUED;
        long wait = Math.max(pause, began + PACE_NANOS - System.nanoTime());
        dispatcher.schedule(this::run, Math.max(0, wait));
    }

    private void run() {
        synchronized (this) {
            state = State.BUSY;
            began = System.nanoTime();
        }
        boolean more = true;
        try {
            more = step();
            pause = 0;
        } catch (RuntimeException | LinkageError failure) {
            pause = Math.min(LONGEST_PAUSE_NANOS, Math.max(PACE_NANOS, pause) * 2);
            if (running) {
                LOG.warn("{} of company {} waits and tries again", work.name(), company, failure);
            }
        } finally {
            finish(more);
        }
        dispatcher.advanced(this);
    }

    private synchronized void finish(boolean more) {
        boolean again = more || state == State.BUSY_AND_WOKEN;
        state = State.IDLE;
        if (again) {
            queue();
        }
    }

    private boolean step() {
        lock.lock();
        try {
            if (!running) {
                return false;
            }
            if (stored < 0) {
                stored = work.prepare();
                seen = stored;
            }
            long bound = work.bound(dispatcher.store().horizon());
            return bound > seen && advance(bound);
        } finally {
            lock.unlock();
        }
    }

    private boolean advance(long bound) {
        List<Envelope> page = dispatcher.store().read(company, work.feed(), new Range(seen, bound, limit));
        List<Envelope> batch = bounded(page);
        if (!batch.isEmpty()) {
            deliver(batch, 1);
        }
        boolean more = page.size() == limit || batch.size() < page.size();
        limit = more ? CATCHING_UP : LIVE;
        if (!more) {
            seen = bound;
        }
        if (batch.isEmpty() && seen - stored > LAZY_POSITIONS) {
            dispatcher.transactions().run(() -> move(seen, work.concluded()));
            stored = seen;
        }
        return more;
    }

    /** Fewer when they are long, because long events have many lines and each line is a row. */
    private static List<Envelope> bounded(List<Envelope> page) {
        List<Envelope> batch = new ArrayList<>();
        int bytes = 0;
        for (Envelope event : page) {
            bytes += event.payload().length;
            if (bytes > BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    /** A batch that fails is halved until the culprit is alone. */
    private void deliver(List<Envelope> batch, int tryNumber) {
        Throwable failure = attempt(batch);
        if (failure == null) {
            return;
        }
        failed.increment();
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            deliver(batch.subList(0, half), 1);
            deliver(batch.subList(half, batch.size()), 1);
        } else if (tryNumber < TRIES) {
            deliver(batch, tryNumber + 1);
        } else {
            park(batch.get(0), failure);
        }
    }

    /** Null when it went well; what has nothing to do with the events is thrown. */
    private Throwable attempt(List<Envelope> batch) {
        try {
            commit(batch.get(batch.size() - 1).position(), () -> work.take(batch));
            delivered.add(batch.size());
            return null;
        } catch (RuntimeException | LinkageError failure) {
            if (!running || failure instanceof Moved || Failures.passing(failure)) {
                throw failure;
            }
            return failure;
        }
    }

    private void park(Envelope event, Throwable failure) {
        commit(event.position(), () -> work.park(event, failure));
        LOG.error(
                "{} of company {} can not take in {} at {}: it is parked",
                work.name(),
                company,
                event.type(),
                event.position(),
                failure);
    }

    private void commit(long position, Supplier<Work.Taken> effects) {
        Work.Taken taken = dispatcher.transactions().call(() -> {
            Work.Taken done = effects.get();
            move(position, done.concluded());
            return done;
        });
        stored = position;
        seen = position;
        taken.committed().run();
    }

    private void move(long position, long concluded) {
        if (!dispatcher.places().move(company, work.name(), new Move(stored, position, concluded))) {
            stored = -1;
            throw new Moved(work.name());
        }
    }

    /** Another node has delivered meanwhile: what was done here is undone, and the position read again. */
    private static final class Moved extends RuntimeException {
        Moved(String name) {
            super(name + " was moved by another server");
        }
    }
}
