package org.stepwise.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.module.Modules;
import org.stepwise.module.Replays;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/** A company of a platform, the first or a further one, and somebody who may do everything in it through one door. */
public final class TestCompany implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STEP_MILLISECONDS = 2_000;

    private final Platform platform;
    private final Caller caller;

    /** The first one; waits until it is there and no module is still on its way. */
    public TestCompany(Platform platform, String door) {
        this(platform, first(platform), door);
    }

    private TestCompany(Platform platform, Companies.Company company, String door) {
        this.platform = platform;
        caller = caller(company, door);
        awaitOn("masterdata");
        eventually(PATIENCE, () -> assertThat(as(() -> service(Modules.class).list(id())))
                .noneMatch(standing -> standing.state() == Modules.State.ENABLING));
    }

    /** One more, with nothing but master data on, in a platform that runs already. */
    public static TestCompany founded(Platform platform, String name, String door) {
        var company = new Companies.Company(platform.service(Ids.class).next(), name, "EUR", ZoneOffset.UTC);
        platform.service(Transactions.class)
                .run(() -> platform.service(Companies.class).add(company));
        var callers = platform.service(Callers.class);
        // The platform opens what is always on when it is first asked for it.
        callers.as(caller(company, door), () -> platform.service(Verbs.class).owns("masterdata"));
        return new TestCompany(platform, company, door);
    }

    private static Companies.Company first(Platform platform) {
        var companies = platform.service(Companies.class);
        eventually(PATIENCE, () -> assertThat(companies.all()).isNotEmpty());
        return companies.all().get(0);
    }

    private static Caller caller(Companies.Company company, String door) {
        var all = Set.of("*", BusinessDates.FUTURE);
        return new Caller(new Id(1), "Ada", company.id(), door, company.zone(), Locale.ENGLISH, all);
    }

    public Id id() {
        return caller.company();
    }

    public Platform platform() {
        return platform;
    }

    public <T> T service(Class<T> type) {
        return platform.service(type);
    }

    public <T> List<T> services(Class<T> type) {
        return platform.services(type);
    }

    public <T> T as(Supplier<T> work) {
        return service(Callers.class).as(caller, work);
    }

    /** A fact that a module records which is not here itself. */
    public void record(String module, LocalDate on, Fact fact) {
        as(() -> {
            platform.recordElsewhere(module, log -> log.record(module, on, fact));
            return null;
        });
    }

    public void enable(String module) {
        begin(module);
        awaitOn(module);
    }

    /** Switches on without waiting until the module has caught up. */
    public void begin(String module) {
        as(() -> {
            service(Modules.class).enable(id(), module, Map.of());
            return null;
        });
    }

    public void disable(String module) {
        as(() -> {
            service(Modules.class).disable(id(), module);
            return null;
        });
        await(module, Modules.State.OFF);
    }

    public void purge(String module) {
        as(() -> {
            service(Modules.class).purge(id(), module, module);
            return null;
        });
        await(module, Modules.State.AVAILABLE);
    }

    public void awaitOn(String module) {
        await(module, Modules.State.ON);
    }

    private void await(String module, Modules.State wanted) {
        eventually(PATIENCE, () -> {
            var standing = as(() -> service(Modules.class).find(id(), module));
            if (standing.state() == Modules.State.FAILED) {
                throw new IllegalStateException(module + " failed: " + standing.reason());
            }
            assertThat(standing.state()).as(module).isEqualTo(wanted);
        });
    }

    /** Gives the module the whole log once more, and returns what it would post differently. */
    public Replays.Report replay(String module) {
        as(() -> {
            service(Replays.class).start(id(), module);
            return null;
        });
        return awaitReplay(module);
    }

    /** As {@link #replay}, and posts it as corrections. */
    public Replays.Report correct(String module, String reason) {
        as(() -> {
            service(Replays.class).correct(id(), module, reason);
            return null;
        });
        return awaitReplay(module);
    }

    /** Waits until the newest replay has ended, whoever has begun it. */
    public Replays.Report awaitReplay(String module) {
        Supplier<Replays.Report> newest =
                () -> as(() -> service(Replays.class).find(id(), module)).orElseThrow();
        eventually(PATIENCE, () -> assertThat(newest.get().state()).isNotEqualTo(Replays.State.RUNNING));
        return newest.get();
    }

    /** Waits until everything recorded, and everything concluded from it, is taken in; nothing may be parked. */
    public void settle() {
        var deliveries = service(Deliveries.class);
        eventually(PATIENCE, () -> {
            long position = service(Log.class).last();
            for (var standing : deliveries.standings(id())) {
                if (standing.running()) {
                    assertThat(deliveries.await(id(), standing.module(), position, STEP_MILLISECONDS))
                            .as("%s has passed %d", standing.name(), position)
                            .isTrue();
                }
            }
            assertThat(service(Log.class).last()).isEqualTo(position);
        });
        assertThat(deliveries.parked(id())).isEmpty();
    }

    /** Switches off whatever is on: where companies share a platform, one that is done with disturbs no other. */
    public void retire() {
        for (var standing : as(() -> service(Modules.class).list(id()))) {
            if (standing.state() == Modules.State.ON && !standing.alwaysOn()) {
                disable(standing.name());
            }
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
