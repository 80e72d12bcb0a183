package org.stepwise.modules.internal.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries.Standing;
import org.stepwise.log.event.FiguresCorrected.Corrected;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Figures;
import org.stepwise.log.replay.Shadows;
import org.stepwise.module.Replays.Report;
import org.stepwise.module.Replays.State;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.replay.ShadowTable.Shadow;

/** One replay: fills a shadow, compares it with what stands, and clears it away, whatever happens. */
final class ReplayJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayJob.class);
    private static final long PATIENCE_MILLISECONDS = 60_000;

    private final Key key;
    private final String schema;
    private final ReplayTools tools;
    private final Optional<Figures> figures;
    private final Optional<Corrections> corrections;
    private final Instant begun;
    private final long started = System.nanoTime();
    private final Findings consequences = new Findings();
    private volatile Findings posted = new Findings();
    private volatile State state = State.RUNNING;
    private volatile String reason = "";
    private volatile List<String> warnings = List.of();
    private volatile long upTo;
    private volatile long seen;
    private volatile long events;
    private volatile long seconds;
    private volatile boolean cancelled;

    /**
     * What is replayed.
     *
     * @param schema where the module keeps its tables
     * @param corrections where what differs is to be corrected
     */
    record Order(Key key, String schema, Optional<Figures> figures, Optional<Corrections> corrections) {}

    ReplayJob(Order order, ReplayTools tools, Instant begun) {
        this.key = order.key();
        this.schema = order.schema();
        this.figures = order.figures();
        this.corrections = order.corrections();
        this.tools = tools;
        this.begun = begun;
    }

    Key key() {
        return key;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /** Ends it after the stretch at work. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        try {
            replay();
            reason = "";
            ended(State.DONE);
        } catch (RuntimeException | LinkageError failure) {
            LOG.info("the replay of {} has failed", key, failure);
            reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            ended(State.FAILED);
        }
    }

    private void ended(State how) {
        seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        state = how;
    }

    private void replay() {
        say("waits until all that was recorded so far is taken in");
        upTo = tools.log().last();
        awaitAll(upTo);
        events = tools.deliveries().count(key.company(), 0);
        var cast = tools.table().begin(key, schema);
        try {
            replay(cast);
        } finally {
            say("clears away");
            try {
                tools.table().clear(cast);
            } finally {
                tools.table().leave(cast);
            }
        }
    }

    private void replay(Shadow cast) {
        var task = new Shadows.Task(key.company(), cast.id(), key.module());
        var shadow = tools.shadows().cast(task, upTo, this::concluded);
        // What goes back to a fact may come long after it: when there is more of it, all is compared again.
        while (fill(shadow, cast)) {
            awaitAll(shadow.seen());
            figures.ifPresent(
                    of -> compare(new FigureComparison(of, key.company(), cast.id(), tools.transactions()), cast));
        }
        warnings = Stream.concat(parked().stream(), shadow.parked().stream()).toList();
        say("records corrections");
        corrections.ifPresent(what -> what.record(shadow, warnings));
    }

    private void concluded(Difference difference) {
        consequences.add(difference);
        corrections.ifPresent(what -> what.concluded(difference));
    }

    private void posted(Corrected document) {
        corrections.ifPresent(what -> what.posted(document));
    }

    /** Returns whether there was anything to take in. */
    private boolean fill(Shadows.Shadow shadow, Shadow cast) {
        say("reads the log");
        boolean any = false;
        while (shadow.advance().isPresent()) {
            goOn(cast);
            seen = shadow.seen();
            any = true;
        }
        seen = upTo;
        return any;
    }

    private void compare(FigureComparison comparison, Shadow cast) {
        say("compares");
        posted = new Findings();
        corrections.ifPresent(Corrections::forgetPosted);
        while (comparison.next(upTo, posted::add, this::posted)) {
            goOn(cast);
        }
    }

    private void goOn(Shadow cast) {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new Conflict(
                    "erp.replay.cancelled", "the replay of " + key.module() + " was ended; nothing is left of it");
        }
        tools.table().seen(cast);
    }

    /** Until all modules have: what they conclude belongs to what is compared. */
    private void awaitAll(long position) {
        tools.deliveries().standings(key.company()).stream()
                .filter(Standing::running)
                .map(Standing::module)
                .distinct()
                .filter(module -> !tools.deliveries().await(key.company(), module, position, PATIENCE_MILLISECONDS))
                .findFirst()
                .ifPresent(module -> {
                    throw new Conflict(
                            "erp.replay.behind",
                            module + " has not taken in all that was recorded, so nothing can be compared; see"
                                    + " erp:log-lag and try again");
                });
    }

    private List<String> parked() {
        return tools.deliveries().standings(key.company()).stream()
                .filter(each -> each.module().equals(key.module()) && each.parked() > 0)
                .map(each -> "%s has %d events parked: what stands is without them; see erp:log-parked"
                        .formatted(each.name(), each.parked()))
                .toList();
    }

    private void say(String what) {
        reason = what;
    }

    Report report() {
        var amounts = posted;
        var lasted = running() ? TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started) : seconds;
        long read = upTo == 0 ? 0 : Math.round((double) events * Math.min(seen, upTo) / upTo);
        return new Report(
                key.module(),
                state,
                reason,
                begun,
                lasted,
                upTo,
                read,
                events,
                consequences.count() + amounts.count(),
                Stream.concat(consequences.listed().stream(), amounts.listed().stream())
                        .toList(),
                Stream.concat(consequences.totals().stream(), amounts.totals().stream())
                        .toList(),
                corrections.map(Corrections::recorded).orElse(null),
                warnings);
    }
}
