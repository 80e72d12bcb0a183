package org.stepwise.modules.internal.replay;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.replay.Figures;
import org.stepwise.module.Homes;
import org.stepwise.module.Modules;
import org.stepwise.module.Replays;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.life.LifeCycle;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;

/** Replays for those who may see what they tell; one at a time in a company, each on a thread of its own. */
@Component
public final class ReplayDesk implements Replays {
    private static final long CLOSING_SECONDS = 20;

    private final Permissions permissions;
    private final Catalogue catalogue;
    private final LifeCycle life;
    private final ReplayTools tools;
    private final Callers callers;
    private final Clock clock;
    private final List<Figures> figures = new CopyOnWriteArrayList<>();
    private final Map<Key, ReplayJob> newest = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "stepwise-replay");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ReplayDesk(
            @Reference Permissions permissions,
            @Reference Catalogue catalogue,
            @Reference LifeCycle life,
            @Reference ReplayTools tools,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.callers = callers;
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.life = life;
        this.tools = tools;
        this.clock = clock;
    }

    @Deactivate
    public void close() throws InterruptedException {
        newest.values().forEach(ReplayJob::cancel);
        workers.shutdown();
        workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(
            name = "figures",
            unbind = "removedFigures",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedFigures(Figures added, Map<String, Object> service) {
        if (Homes.mayOffer("the figures of " + added.module(), added.module(), service)) {
            figures.add(added);
        }
    }

    public void removedFigures(Figures removed) {
        figures.remove(removed);
    }

    @Override
    public void start(Id company, String module) {
        permissions.require(ReplayPermissions.REPLAY);
        begin(new Key(company, module), Optional.empty());
    }

    @Override
    public void correct(Id company, String module, String reason) {
        permissions.require(ReplayPermissions.REPLAY);
        permissions.require(ReplayPermissions.CORRECT);
        if (reason == null || reason.isBlank()) {
            throw new Rejected(
                    "erp.replay.reason-missing",
                    "say why figures are corrected; it stands in every journal that corrects",
                    Map.of("reason", "required"));
        }
        if (reason.strip().length() > Bounds.REASON) {
            throw new Rejected(
                    "erp.replay.reason-too-long",
                    "a reason has at most " + Bounds.REASON + " characters",
                    Map.of("reason", "at most " + Bounds.REASON + " characters"));
        }
        begin(new Key(company, module), Optional.of(new Corrections(module, reason.strip())));
    }

    @Override
    public Optional<Report> find(Id company, String module) {
        permissions.require(ReplayPermissions.REPLAY);
        return Optional.ofNullable(newest.get(new Key(company, module))).map(ReplayJob::report);
    }

    @Override
    public void cancel(Id company, String module) {
        permissions.require(ReplayPermissions.REPLAY);
        Optional.ofNullable(newest.get(new Key(company, module))).ifPresent(ReplayJob::cancel);
    }

    private synchronized void begin(Key key, Optional<Corrections> corrections) {
        var schema = requireOn(key);
        newest.values().stream()
                .filter(job -> job.running() && job.key().company().equals(key.company()))
                .findFirst()
                .ifPresent(job -> {
                    throw new Conflict(
                            "erp.replay.running",
                            "the log is being replayed for " + job.key().module()
                                    + " already; wait until that has ended, or end it");
                });
        var own = figures.stream()
                .filter(each -> each.module().equals(key.module()))
                .findFirst();
        var job = new ReplayJob(new ReplayJob.Order(key, schema, own, corrections), tools, clock.instant());
        newest.put(key, job);
        var asking = callers.current();
        workers.execute(() -> callers.as(asking, () -> {
            job.run();
            return null;
        }));
    }

    /** Returns its schema. What is always on others read across companies, and a shadow would be seen there. */
    private String requireOn(Key key) {
        if (catalogue.get(key.module()).alwaysOn()) {
            throw new Conflict(
                    "erp.replay.always-on",
                    key.module() + " is always on and posts nothing; replay a module that can be switched on and off");
        }
        var state = life.standing(key).state();
        var context = life.context(key.module());
        if (state != Modules.State.ON || context.isEmpty()) {
            throw new Conflict(
                    "erp.replay.not-on",
                    "%s is %s here, so there is nothing to compare; enable it first"
                            .formatted(key.module(), state.name().toLowerCase(Locale.ROOT)));
        }
        return context.get().schema();
    }
}
