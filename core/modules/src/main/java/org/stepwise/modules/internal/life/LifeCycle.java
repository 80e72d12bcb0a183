package org.stepwise.modules.internal.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.error.Conflict;
import org.stepwise.error.Unavailable;
import org.stepwise.module.Homes;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules.Setting;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.module.Readiness;
import org.stepwise.modules.internal.announce.Announcers;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.modules.internal.draft.Drafts;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.security.Caller;

/**
 * Starts and stops modules, each start on a thread of its own. What shall be on is in the table; what is on its way or
 * in trouble is known here only, and found again at the next start.
 */
@Component(
        service = {LifeCycle.class, Readiness.class},
        immediate = true)
public final class LifeCycle implements Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(LifeCycle.class);
    private static final long NEW_COMPANY_SECONDS = 10;
    private static final long STOPPING_SECONDS = 10;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Catalogue catalogue;
    private final StateTable states;
    private final Starter starter;
    private final Stopper stopper;
    private final SystemCaller system;
    private final Announcers announcers;
    private final Contexts contexts = new Contexts();
    private final Standings standings;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "stepwise-modules");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> resumed = new CompletableFuture<>();

    @Activate
    public LifeCycle(
            @Reference Catalogue catalogue,
            @Reference StateTable states,
            @Reference Starter starter,
            @Reference Stopper stopper,
            @Reference SystemCaller system,
            @Reference Announcers announcers) {
        this.catalogue = catalogue;
        this.states = states;
        this.starter = starter;
        this.stopper = stopper;
        this.system = system;
        this.announcers = announcers;
        this.standings = new Standings(catalogue, states, contexts, starter.catchUp());
        states.all().stream()
                .filter(row -> row.state() == State.ON || row.state() == State.ENABLING)
                .forEach(row -> starter.gates().gate(row.key()).close(true));
        starter.gates().opener(this::openIfAlwaysOn);
        workers.execute(this::resume);
    }

    @Deactivate
    public void close() {
        starter.gates().opener(key -> {});
        workers.shutdownNow();
        try {
            workers.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Reference(
            name = "contexts",
            unbind = "removedContext",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedContext(ModuleContext context, Map<String, Object> service) {
        if (!Homes.mayOffer("the implementation of " + context.module(), context.module(), service)) {
            return;
        }
        standings.arrives(context.module());
        contexts.add(context);
        // Also while the start of the server is under way: it may have asked for the companies before there was one.
        if (!workers.isShutdown()) {
            workers.execute(() -> {
                patiently(() -> startWhereWanted(context.module()));
                patiently(this::startAlwaysOn);
                standings.arrived(context.module());
            });
        }
    }

    /** The bundle goes or is replaced: its verbs stop; when it comes back, it goes on from where it was. */
    public void removedContext(ModuleContext context) {
        if (!contexts.remove(context)) {
            return;
        }
        starter.openGates(context.module()).forEach((key, gate) -> {
            gate.close(true);
            announceLater(key);
        });
    }

    private void resume() {
        try {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (var module : catalogue.all()) {
                if (catalogue.isThere(module.name())) {
                    patiently(() -> starter.known().remember(module));
                }
                patiently(() -> all.addAll(startWhereWanted(module.name())));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (RuntimeException failure) {
            LOG.error("the modules that are on could not be started", failure);
        } finally {
            standings.resumed();
            resumed.complete(null);
        }
    }

    /** The module that founds the first company may come after others that are on in every company. */
    private void startAlwaysOn() {
        catalogue.all().stream()
                .filter(ModuleDescriptor::alwaysOn)
                .map(ModuleDescriptor::name)
                .filter(name -> contexts.find(name).isPresent())
                .forEach(this::startWhereWanted);
    }

    /** Starts a module everywhere it shall be on, and returns the starts that the server waits for to be ready. */
    private List<CompletableFuture<Void>> startWhereWanted(String name) {
        var begun = new ArrayList<CompletableFuture<Void>>();
        var module = catalogue.find(name);
        if (module.isEmpty()) {
            return begun;
        }
        var companies = system.companies();
        if (companies.isEmpty() && module.get().alwaysOn()) {
            // Its tables are there before the first company is founded in them.
            contexts.find(name).ifPresent(starter.preparation()::migrate);
        }
        for (var company : companies) {
            var key = new Key(company, name);
            var state = states.find(key).map(StateTable.Row::state).orElse(State.AVAILABLE);
            if (module.get().alwaysOn() || state == State.ON || state == State.ENABLING) {
                var start = launch(key, module.get(), Optional.empty());
                if (state != State.ENABLING) {
                    begun.add(start);
                }
            }
        }
        return begun;
    }

    @Override
    public String part() {
        return "modules";
    }

    @Override
    public Optional<String> busy() {
        if (resumed.isDone()) {
            return Optional.empty();
        }
        var names = standings.starts.keySet().stream()
                .map(Key::module)
                .distinct()
                .sorted()
                .toList();
        return Optional.of("starting modules " + String.join(", ", names));
    }

    private void openIfAlwaysOn(Key key) {
        if (!standings.troubles.containsKey(key) && contexts.find(key.module()).isPresent()) {
            catalogue
                    .find(key.module())
                    .filter(ModuleDescriptor::alwaysOn)
                    .ifPresent(module -> await(launch(key, module, system.asking(key.company())), NEW_COMPANY_SECONDS));
        }
    }

    void enable(Key key, Map<String, String> settings) {
        var module = catalogue.get(key.module());
        var row = states.find(key);
        var configured = row.map(StateTable.Row::configured).orElse(false);
        var text = starter.preparation().checked(settings(module), settings, configured);
        if (row.isPresent()
                && row.get().state() == State.ON
                && (standings.troubles.containsKey(key) || standings.isMissing(key, State.ON))) {
            launch(key, module, system.asking(key.company()));
            return;
        }
        if (catalogue.isThere(module.name())) {
            starter.known().remember(module);
        }
        if (!states.move(key, List.of(State.AVAILABLE, State.OFF, State.FAILED), State.ENABLING, text)) {
            throw new Conflict(
                    "erp.module.not-off", "the module " + key.module() + " is on already, or on its way there");
        }
        launch(key, module, system.asking(key.company()));
    }

    void disable(Key key) {
        var module = catalogue.get(key.module());
        if (module.alwaysOn()) {
            throw new Conflict("erp.module.always-on", "the module " + key.module() + " is always on");
        }
        if (standings.starts.containsKey(key)) {
            throw new Conflict(
                    "erp.module.enabling",
                    "the module " + key.module() + " is just being enabled; switch it off when that has ended");
        }
        stopper.switchOff(key, module);
        standings.troubles.remove(key);
        announce(key);
        workers.execute(() -> patiently(() -> stopper.uninstall(module)));
    }

    void purge(Key key, String confirm) {
        var module = catalogue.get(key.module());
        stopper.purge(key, module, confirm);
        announce(key);
    }

    public Standing standing(Key key) {
        return standings.of(key);
    }

    /** What did not come up and is not on its way now, with the reason. */
    public Map<Key, String> failures() {
        return standings.failures();
    }

    /** What shall be on and is not installed, apart from what failed. */
    public List<Key> missing() {
        return standings.missing();
    }

    boolean isListed(Standing standing) {
        return standings.isListed(standing);
    }

    /** Those that count now. */
    List<Setting> settings(Key key) {
        var configured = states.find(key).map(StateTable.Row::configured).orElse(false);
        return configured ? List.of() : settings(catalogue.get(key.module()));
    }

    List<Drafts.Lost> losses(Key key) {
        return stopper.losses(key, catalogue.get(key.module()).drafts());
    }

    private List<Setting> settings(ModuleDescriptor module) {
        return contexts.find(module.name())
                .map(context -> context.settings(module.settings()))
                .orElse(module.settings());
    }

    public Optional<ModuleContext> context(String module) {
        return contexts.find(module);
    }

    /** Waits until the module is not on its way any more; returns whether that came true. */
    public boolean settled(Key key, long seconds) {
        var start = standings.starts.get(key);
        return start == null || await(start.end, seconds);
    }

    private CompletableFuture<Void> launch(Key key, ModuleDescriptor module, Optional<Caller> asking) {
        var start = new Start();
        var before = standings.starts.putIfAbsent(key, start);
        if (before != null) {
            return before.end;
        }
        if (starter.gates().gate(key).isOpen()) {
            standings.starts.remove(key);
            start.end.complete(null);
            return start.end;
        }
        standings.troubles.remove(key);
        workers.execute(() -> work(key, module, asking, start));
        return start.end;
    }

    private void work(Key key, ModuleDescriptor module, Optional<Caller> asking, Start start) {
        try {
            patiently(() -> {
                try {
                    bringUp(key, module, asking, start);
                } catch (Unavailable waits) {
                    start.progress = Progress.of("waits: " + waits.getMessage());
                    throw waits;
                }
            });
        } catch (RuntimeException | LinkageError failure) {
            failed(key, failure);
        } finally {
            standings.starts.remove(key);
            start.end.complete(null);
            announce(key);
        }
    }

    private void bringUp(Key key, ModuleDescriptor module, Optional<Caller> asking, Start start) {
        if (module.alwaysOn()) {
            states.move(key, List.of(State.AVAILABLE, State.OFF, State.FAILED), State.ON, "{}");
        }
        system.run(key.company(), asking, () -> {
            try {
                starter.bringUp(key, module, contexts, progress -> {
                    start.progress = progress;
                    announce(key);
                });
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Again and again while the database is not there for it, or has no room: that is no fault of the module's. */
    private void patiently(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException failure) {
                if (!Unavailable.isBehind(failure) || workers.isShutdown()) {
                    throw failure;
                }
                LOG.info("what concerns modules waits and is tried again: {}", failure.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void failed(Key key, Throwable failure) {
        if (workers.isShutdown()) {
            return;
        }
        LOG.error("{} could not be started", key, failure);
        var reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (starter.giveUp(key, reason)) {
            standings.troubles.put(key, reason);
        }
    }

    private void announceLater(Key key) {
        if (!workers.isShutdown()) {
            workers.execute(() -> patiently(() -> announce(key)));
        }
    }

    private void announce(Key key) {
        if (!workers.isShutdown()) {
            announcers.changed(key.company(), () -> standing(key));
        }
    }

    private static boolean await(CompletableFuture<Void> end, long seconds) {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
