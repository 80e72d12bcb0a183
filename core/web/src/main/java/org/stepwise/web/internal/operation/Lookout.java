package org.stepwise.web.internal.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Conditions;
import org.stepwise.state.Watch;

/**
 * Asks all watches, one request at a time: others are told what was seen last. So strangers that ask {@code /health}
 * without end cost one round a second, and a watch that hangs takes one thread, not all.
 */
@Component(service = Conditions.class)
public final class Lookout implements Conditions {
    static final String WATCH_FAILED = "erp.state.watch-failed";
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final Comparator<Condition> WORST_FIRST =
            Comparator.comparing(Condition::gravity).reversed().thenComparing(Condition::code);
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Set<Watch> failing = ConcurrentHashMap.newKeySet();
    private final ReentrantLock round = new ReentrantLock();
    private final LongSupplier nanoTime;
    private final long patience;
    private volatile Seen seen;
    private volatile Asked asked;

    private record Seen(List<Condition> conditions, long at) {}

    private record Asked(Watch watch, long at) {}

    @Activate
    public Lookout() {
        this(System::nanoTime, PATIENCE);
    }

    Lookout(LongSupplier nanoTime, long patience) {
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addWatch(Watch watch) {
        watches.add(watch);
        seen = null;
    }

    public void removeWatch(Watch watch) {
        watches.remove(watch);
        failing.remove(watch);
        seen = null;
    }

    @Override
    public List<Condition> now() {
        var last = seen;
        if (fresh(last)) {
            return last.conditions();
        }
        if (!enter(last)) {
            return unanswered(last);
        }
        try {
            last = seen;
            if (!fresh(last)) {
                last = new Seen(ask(), nanoTime.getAsLong());
                seen = last;
            }
            return last.conditions();
        } finally {
            round.unlock();
        }
    }

    private boolean fresh(Seen last) {
        return last != null && nanoTime.getAsLong() - last.at() < FRESH;
    }

    /** Whoever has nothing to go by waits for who is asking. */
    private boolean enter(Seen last) {
        try {
            return last == null ? round.tryLock(patience, TimeUnit.NANOSECONDS) : round.tryLock();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was seen last, and the watch that somebody has been waiting for too long. */
    private List<Condition> unanswered(Seen last) {
        var conditions = new ArrayList<Condition>(last == null ? List.of() : last.conditions());
        var waiting = asked;
        if (waiting != null && nanoTime.getAsLong() - waiting.at() >= patience) {
            conditions.add(failed(waiting.watch(), "it does not answer"));
            conditions.sort(WORST_FIRST);
        }
        return conditions;
    }

    private List<Condition> ask() {
        var conditions = new ArrayList<Condition>();
        for (var watch : watches) {
            asked = new Asked(watch, nanoTime.getAsLong());
            try {
                conditions.addAll(watch.conditions());
                failing.remove(watch);
            } catch (RuntimeException | LinkageError failure) {
                if (failing.add(watch)) {
                    LOG.warn(
                            "{} cannot say what is the matter", watch.getClass().getName(), failure);
                }
                conditions.add(failed(watch, failure.toString()));
            }
        }
        asked = null;
        conditions.sort(WORST_FIRST);
        return List.copyOf(conditions);
    }

    private static Condition failed(Watch watch, String reason) {
        var name = watch.getClass().getSimpleName();
        return new Condition(
                WATCH_FAILED,
                Gravity.DOWN,
                null,
                "%s cannot say whether all is well (%s): see log/karaf.log".formatted(name, reason),
                Map.of("watch", name, "reason", reason));
    }
}
