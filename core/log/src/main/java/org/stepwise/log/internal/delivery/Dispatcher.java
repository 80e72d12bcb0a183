package org.stepwise.log.internal.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.SubscriptionTable;

/** The threads that deliver, the bell that wakes them, and the runners at work. */
@Component(service = Dispatcher.class, configurationPid = "org.stepwise.log")
@Designate(ocd = Dispatcher.Config.class)
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int SPARED_CORES = 1;

    /** Technical settings of delivery. */
    @ObjectClassDefinition(name = "Event delivery")
    public @interface Config {
        @AttributeDefinition(description = "Threads that deliver events to the modules")
        int workers() default 4;

        @AttributeDefinition(
                description = "Threads for modules that are far behind; 0: one core is left for everybody else")
        int catchUpWorkers() default 0;

        @AttributeDefinition(description = "How often to look for events of other servers")
        int pollMilliseconds() default 50;
    }

    private final EventStore store;
    private final Transactions transactions;
    private final SubscriptionTable places;
    private final Lane live;
    private final Lane behind;
    private final Map<Id, Map<String, Runner>> runners = new ConcurrentHashMap<>();
    private final Map<Id, Convoy> convoys = new ConcurrentHashMap<>();
    private final List<Consumer<Runner>> observers = new CopyOnWriteArrayList<>();
    private final CommitListener bell = this::rung;
    private volatile long polled;
    private volatile boolean blind;

    @Activate
    public Dispatcher(@Reference EventStore store, @Reference Transactions transactions, Config config) {
        this.store = store;
        this.transactions = transactions;
        this.places = new SubscriptionTable(store.jdbc());
        this.live = new Lane("stepwise-delivery", config.workers());
        int spared = Runtime.getRuntime().availableProcessors() - SPARED_CORES;
        this.behind = new Lane("stepwise-catch-up", config.catchUpWorkers() > 0 ? config.catchUpWorkers() : spared);
        store.listen(bell);
        if (store.shared()) {
            live.repeat(this::poll, Math.max(1, config.pollMilliseconds()));
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        store.unlisten(bell);
        convoys.values().forEach(Convoy::stop);
        runners.values().forEach(each -> each.values().forEach(Runner::stop));
        live.close();
        behind.close();
    }

    /** Starts the work unless it is at work already. */
    public Runner start(Id company, Work work) {
        Runner runner = runners.computeIfAbsent(company, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(work.name(), key -> new Runner(company, work, this));
        runner.wake();
        return runner;
    }

    /** Returns after the batch at work. */
    public void stop(Runner runner) {
        Map<String, Runner> of = runners.get(runner.company());
        if (of != null && of.remove(runner.work().name(), runner)) {
            runner.stop();
        }
    }

    Convoy convoy(Id company) {
        return convoys.computeIfAbsent(company, key -> new Convoy(key, this));
    }

    /** Those of all companies. */
    public List<Runner> runners() {
        return runners.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    public Collection<Runner> runners(Id company) {
        return runners.getOrDefault(company, Map.of()).values();
    }

    public List<Runner> runners(Id company, String module) {
        return runners(company).stream()
                .filter(runner -> runner.work().module().equals(module))
                .toList();
    }

    public Optional<Runner> runner(Id company, String name) {
        return Optional.ofNullable(runners.getOrDefault(company, Map.of()).get(name));
    }

    /** Called on the delivering thread after each step of a runner. */
    public void observe(Consumer<Runner> observer) {
        observers.add(observer);
    }

    /** Whether all of them have looked up to the position; those that have not are woken. */
    public boolean passed(Collection<Runner> these, long position) {
        boolean passed = true;
        for (Runner runner : these) {
            if (runner.seen() < position) {
                passed = false;
                runner.wake();
            }
        }
        return passed;
    }

    /** Waits for the condition, looking again after each step of any runner. */
    public boolean await(Predicate<Dispatcher> condition, long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        synchronized (observers) {
            while (!condition.test(this)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    observers.wait(Math.min(left, 100));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    EventStore store() {
        return store;
    }

    public Transactions transactions() {
        return transactions;
    }

    SubscriptionTable places() {
        return places;
    }

    /** For those who have caught up. */
    Lane live() {
        return live;
    }

    /** For those who are far behind. */
    Lane behind() {
        return behind;
    }

    void advanced(List<Runner> these) {
        observers.forEach(observer -> these.forEach(observer));
        synchronized (observers) {
            observers.notifyAll();
        }
    }

    private void rung(List<Envelope> events) {
        for (Envelope event : events) {
            for (Runner runner : runners(event.company())) {
                if (runner.work().feed().wants(event)) {
                    runner.wanted(event.position());
                }
            }
        }
        runners.values().forEach(each -> each.values().stream()
                .filter(runner -> runner.waits(Long.MAX_VALUE))
                .forEach(Runner::wake));
    }

    private void poll() {
        try {
            long horizon = store.horizon();
            blind = false;
            if (horizon != polled) {
                polled = horizon;
                runners.values().forEach(each -> each.values().forEach(Runner::wake));
            }
        } catch (RuntimeException failure) {
            if (!blind) {
                LOG.warn("can not look for events of other servers for now: {}", Failures.reason(failure));
            }
            blind = true;
        }
    }
}
