package org.stepwise.log.internal.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.error.Rejected;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.delivery.Failures;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.subscription.SubscriptionWork.Tools;
import org.stepwise.log.internal.subscription.Understudy.Taken;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Shadows;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** Fills a shadow: as a module catches up, projections ahead of reactions, stretch by stretch. */
final class Replay implements Shadows.Shadow {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int STRETCH = 500;

    private final Shadows.Task task;
    private final long upTo;
    private final List<Understudy> understudies;
    private final Tools tools;
    private final Recorder recorder;
    private final Comparison comparison;
    private final String corrections;
    private final Feed feed;
    private final List<String> parked = new ArrayList<>();
    private long seen = -1;
    private long delivered;

    /** Of what, and how far. */
    record Cast(Shadows.Task task, long upTo) {}

    /** By what corrections are recorded. */
    record Recorder(FactLog log, Callers callers) {}

    Replay(Cast cast, List<Understudy> understudies, Tools tools, Recorder recorder, Comparison comparison) {
        this.task = cast.task();
        this.upTo = cast.upTo();
        this.recorder = recorder;
        this.corrections = tools.codec().kind(FiguresCorrected.class).type();
        this.understudies = understudies;
        this.tools = tools;
        this.comparison = comparison;
        Set<String> types = new TreeSet<>();
        understudies.forEach(each -> types.addAll(each.definition().feed().values()));
        // What was corrected is what stands; what is computed is compared with it.
        types.remove(corrections);
        this.feed = Feed.of(types);
    }

    @Override
    public OptionalLong advance() {
        if (seen < 0) {
            takeSettings();
            seen = 0;
        }
        long horizon = tools.store().horizon();
        while (seen < horizon) {
            Page page = tools.store().page(task.company(), feed, new Range(seen, horizon, STRETCH));
            List<Envelope> wanted = page.events().stream()
                    .filter(event -> event.origin() <= upTo)
                    .toList();
            deliver(wanted);
            seen = page.more() ? page.last() : horizon;
            if (!wanted.isEmpty()) {
                return OptionalLong.of(seen);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public long delivered() {
        return delivered;
    }

    @Override
    public boolean takesCorrections() {
        return understudies.stream()
                .anyMatch(each -> each.definition().handler(corrections).isPresent());
    }

    @Override
    public void correct(FiguresCorrected fact, List<Difference> only) {
        Caller caller = recorder.callers().current();
        if (!caller.company().equals(task.company())) {
            throw new Rejected("erp.log.other-company", "figures are corrected by a caller of their own company");
        }
        LocalDate today = tools.clock().instant().atZone(caller.zone()).toLocalDate();
        tools.transactions().run(() -> {
            recorder.log().append("erp", today, fact);
            only.forEach(each -> tools.store().append(comparison.onlyNow(each.source())));
        });
    }

    @Override
    public List<String> parked() {
        return parked;
    }

    private void takeSettings() {
        for (Understudy each : understudies) {
            Feed settings = each.definition().settings();
            long after = 0;
            boolean more = each.definition().projection();
            while (more) {
                Page page = tools.store().page(task.company(), settings, new Range(after, upTo, STRETCH));
                tools.transactions().run(() -> each.takeSettings(page.events()));
                more = page.more();
                after = more ? page.last() : upTo;
            }
        }
    }

    /** One event after the other where they can not be taken in together. */
    private void deliver(List<Envelope> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            List<Taken> taken = tools.transactions()
                    .call(() ->
                            understudies.stream().map(each -> each.take(events)).toList());
            taken.forEach(comparison::compare);
            delivered += events.size();
        } catch (RuntimeException | LinkageError failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            if (events.size() > 1) {
                events.forEach(event -> deliver(List.of(event)));
            } else {
                understudies.forEach(each -> deliver(each, events.get(0)));
                delivered++;
            }
        }
    }

    private void deliver(Understudy understudy, Envelope event) {
        try {
            comparison.compare(tools.transactions().call(() -> understudy.take(List.of(event))));
        } catch (RuntimeException | LinkageError failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            LOG.info(
                    "{} of company {} can not take in {} at {} in a replay",
                    understudy.definition().name(),
                    task.company(),
                    event.type(),
                    event.position(),
                    failure);
            understudy.park(event);
            parked.add("%s cannot take in %s at %d: %s"
                    .formatted(
                            understudy.definition().name(), event.type(), event.position(), Failures.reason(failure)));
        }
    }
}
