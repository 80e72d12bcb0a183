package org.stepwise.data.internal.watch;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.internal.engine.Engine;
import org.stepwise.error.Refusal;
import org.stepwise.state.Condition;
import org.stepwise.state.Watch;

/**
 * Knows what keeps the database from its work, and brings it back to work. A failure raises suspicion, and then, or
 * every few seconds, the database has to prove that it works. As long as changes cannot be kept none are begun, so that
 * a disk never gets quite full by our own doing: that would end Derby.
 */
@Component(service = {DatabaseWatch.class, Watch.class})
public final class DatabaseWatch implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final long LOOK_EVERY_MILLISECONDS = 500;
    private static final int LOOKS_A_PROOF = 4;
    private static final int LOOKS_A_PROOF_IN_TROUBLE = 2;
    private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long CLOSING_SECONDS = 20;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DatabaseWatch::made);
    private volatile Watched watched;
    private volatile Trouble proven;
    private volatile boolean suspected;
    private volatile Seen recent = new Seen(null, 0);
    private Trouble told;
    private boolean settled;
    private int looks;

    /** What it watches. */
    private record Watched(Engine engine, Room room, Connections connections, Signs signs) {}

    private record Seen(Trouble trouble, long nanos) {}

    @Activate
    public DatabaseWatch() {
        thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLISECONDS, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static Thread made(Runnable work) {
        var thread = new Thread(work, "stepwise-database");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins to watch a database that has just been opened. */
    public synchronized void begin(Engine engine, Room room, Connections connections) {
        watched = new Watched(engine, room, connections, new Signs(engine.kind()));
    }

    /** It is being closed: what fails from now on is no trouble. */
    public synchronized void end() {
        watched = null;
        proven = null;
    }

    /** What keeps it from its work now. */
    public Optional<Trouble> trouble() {
        var now = now(watched);
        if (now != null) {
            recent = new Seen(now, System.nanoTime());
        }
        return Optional.ofNullable(now);
    }

    private Trouble now(Watched all) {
        if (all == null) {
            return null;
        } else if (all.room.full()) {
            return Trouble.NO_SPACE;
        } else if (!all.room.writable()) {
            return Trouble.UNWRITABLE;
        }
        return proven;
    }

    /** Whether connections can be had. */
    public boolean reachable() {
        return proven != Trouble.AWAY;
    }

    /** Whether changes can be kept. */
    public boolean writable() {
        return trouble().isEmpty();
    }

    /**
     * What work shall be told that lost its connection on the way, and meets that later: empty when there was no
     * trouble since it began, by {@link System#nanoTime}.
     */
    public Optional<RuntimeException> refusedSince(long began) {
        var seen = recent;
        return seen.trouble == null || seen.nanos < began ? Optional.empty() : Optional.of(seen.trouble.refused());
    }

    /** The failure of work that was undone, as its caller shall be told it. */
    public RuntimeException undone(RuntimeException failure) {
        return failure instanceof Refusal
                ? failure
                : sign(failure).<RuntimeException>map(Trouble::refused).orElse(failure);
    }

    /** As {@link #undone} for a commit: the transaction manager may hide why it failed, and whether it did. */
    public RuntimeException uncommitted(RuntimeException failure) {
        var trouble = sign(failure).or(this::recently);
        if (trouble.isEmpty()) {
            return failure;
        }
        return Signs.undecided(failure)
                ? trouble.get().unknown()
                : trouble.get().refused();
    }

    private Optional<Trouble> sign(RuntimeException failure) {
        var all = watched;
        var sign = all == null ? Optional.<Trouble>empty() : all.signs.read(failure);
        if (sign.isEmpty()) {
            return sign;
        }
        var known = sign.get() == Trouble.READ_ONLY ? recently() : trouble();
        if (known.isEmpty() || sign.get() == Trouble.AWAY) {
            suspect(failure, all.engine.breaks() && sign.get() != Trouble.READ_ONLY);
        }
        return known.or(() -> sign);
    }

    /** A change is refused on a connection made read-only a moment ago, though there may be room again by now. */
    private Optional<Trouble> recently() {
        return trouble().or(() -> Optional.of(recent)
                .filter(seen -> System.nanoTime() - seen.nanos < RECENT_NANOS)
                .map(Seen::trouble));
    }

    /** @param breaks whether nobody may begin to work with it before it has been started again */
    private void suspect(RuntimeException failure, boolean breaks) {
        if (!suspected && reachable()) {
            suspected = true;
            if (breaks) {
                proven = Trouble.AWAY;
            }
            LOG.warn("the database failed and has to prove that it works", failure);
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException ending) {
                LOG.debug("the database is being closed", ending);
            }
        }
    }

    /** The edge of a thread: whatever happens, it looks again. */
    private synchronized void look() {
        var all = watched;
        if (all == null) {
            return;
        }
        try {
            all.connections.tidy();
            looks++;
            if (suspected || looks % (proven == null ? LOOKS_A_PROOF : LOOKS_A_PROOF_IN_TROUBLE) == 0) {
                prove(all);
            }
            settle(all);
        } catch (RuntimeException failure) {
            LOG.warn("the watch over the database failed and goes on", failure);
        }
        tell();
    }

    private void prove(Watched all) {
        var doubted = suspected || proven != null;
        suspected = false;
        try {
            if (proven == Trouble.AWAY && all.engine.breaks()) {
                all.connections.drop();
                all.engine.abandon();
            }
            all.engine.prove(doubted && !all.room.full() && all.room.writable());
        } catch (SQLException failure) {
            if (proven == null) {
                LOG.warn("the database does not work", failure);
            }
            proven =
                    all.engine.breaks() ? Trouble.AWAY : all.signs.read(failure).orElse(Trouble.AWAY);
            return;
        }
        if (doubted) {
            all.connections.renew();
        }
        proven = null;
    }

    /** What is in memory only goes to the disk while there is some room; afterwards nothing has to be written. */
    private void settle(Watched all) {
        var full = all.room.full();
        if (full && !settled) {
            try {
                all.engine.settle();
            } catch (SQLException failure) {
                suspect(
                        new IllegalStateException("what is in memory could not be taken to the disk", failure),
                        all.engine.breaks());
            }
        } else if (writable()) {
            all.engine.spare(all.room.free());
        }
        settled = full;
    }

    private void tell() {
        var now = trouble().orElse(null);
        if (now != told) {
            told = now;
            if (now == null) {
                LOG.info("the database works again");
            } else {
                LOG.warn("nothing is written, because {}", now.reason());
            }
        }
    }

    @Override
    public List<Condition> conditions() {
        var all = watched;
        if (all == null) {
            return List.of();
        }
        var now = now(all);
        if (now != null) {
            return List.of(now.condition(all.room));
        }
        return all.room.nearlyFull() ? List.of(Trouble.nearlyFull(all.room)) : List.of();
    }
}
