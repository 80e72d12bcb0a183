package org.stepwise.torture.kind;

import java.time.Duration;
import java.util.Random;
import org.stepwise.driver.DurablePostgres;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Checks;
import org.stepwise.torture.check.Outage;
import org.stepwise.torture.client.Crowd;

/** The disk fills up and is freed, the database takes no changes, or is away: the server says so and works again. */
public final class Disk implements Torture {
    private static final int CLIENTS = 8;
    private static final int HOME_MEGABYTES = 110;
    private static final int POSTGRES_MEGABYTES = 192;
    private static final int NEARLY_FULL_MEGABYTES = 12;
    private static final int LONGEST_MILLISECONDS = 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final boolean thorough;

    private Disk(boolean thorough) {
        this.thorough = thorough;
    }

    public static Disk whole() {
        return new Disk(true);
    }

    /** The short form looks at what the server tells, and compares no copy of its database. */
    public static Disk quick() {
        return new Disk(false);
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String title() {
        return "a disk that fills up and is freed, a database read-only and one that is away, under eight clients";
    }

    @Override
    public int usualTimes() {
        return 20;
    }

    @Override
    public void torment(Run run) {
        var impossible = SmallDisk.impossible();
        if (!impossible.isEmpty()) {
            run.say("not possible here: %s", impossible);
            return;
        }
        var site = run.site().another("small");
        var postgres = site.postgres();
        var place = postgres.map(DurablePostgres::data).orElse(site.erp().home());
        try (var disk = SmallDisk.mounted(place, postgres.isPresent() ? POSTGRES_MEGABYTES : HOME_MEGABYTES);
                var closed = site) {
            torment(run.at(closed), disk);
        }
    }

    private void torment(Run run, SmallDisk disk) {
        var random = run.random();
        var checks = new Checks(run);
        try (var crowd = new Crowd(run.shop(), CLIENTS, run.seed())) {
            for (int round = 1; run.goesOnAfter(round - 1); round++) {
                Pause.of(random.nextInt(1_000));
                var kind = run.site().postgres().isPresent() ? round % 3 : 1;
                switch (kind) {
                    case 0 -> away(run, random, round);
                    case 2 -> readOnly(run, random, round);
                    default -> full(run, disk, random, round);
                }
                crowd.whileResting(() -> onlyRefused(run));
                checks.quick();
            }
            if (thorough) {
                crowd.whileResting(checks::thorough);
            }
        }
    }

    /** Others leave a little room, or none at all in the middle of what is being written. */
    private static void full(Run run, SmallDisk disk, Random random, int round) {
        int left = random.nextBoolean() ? 0 : NEARLY_FULL_MEGABYTES;
        var outage = new Outage(run, "erp.data.no-space", "erp.state.disk-full");
        disk.fill(left);
        outage.isTold();
        var dead = run.site().postgres().filter(server -> !server.runs()).isPresent();
        if (!dead) {
            outage.isReadDuring();
        }
        Pause.of(random.nextInt(LONGEST_MILLISECONDS));
        disk.empty();
        run.site().postgres().filter(server -> !server.runs()).ifPresent(DurablePostgres::start);
        told(run, round, "%d MB left%s".formatted(left, dead ? ", of which PostgreSQL died" : ""), outage.isOver());
    }

    private static void readOnly(Run run, Random random, int round) {
        var postgres = run.site().postgres().orElseThrow();
        var outage = new Outage(run, "erp.data.read-only", "erp.state.database-read-only");
        postgres.execute("ALTER SYSTEM SET default_transaction_read_only = on");
        postgres.execute("SELECT pg_reload_conf()");
        outage.isTold();
        outage.isReadDuring();
        Pause.of(random.nextInt(LONGEST_MILLISECONDS));
        postgres.execute("ALTER SYSTEM RESET default_transaction_read_only");
        postgres.execute("SELECT pg_reload_conf()");
        told(run, round, "read only", outage.isOver());
    }

    private static void away(Run run, Random random, int round) {
        var postgres = run.site().postgres().orElseThrow();
        var outage = new Outage(run, "erp.data.away", "erp.state.database-away");
        postgres.kill();
        outage.isTold();
        Pause.of(random.nextInt(LONGEST_MILLISECONDS));
        postgres.start();
        told(run, round, "away", outage.isOver());
    }

    private static void told(Run run, int round, String what, Duration took) {
        if (took.compareTo(LONGEST) > 0) {
            run.slow("worked again only %d s after it could", took.toSeconds());
        }
        run.say(
                "%d: %s, worked again after %.1f s, %d operations so far",
                round, what, took.toMillis() / 1000.0, run.shop().acknowledged().count());
    }

    /** Whatever was asked for meanwhile was answered with what is the matter. */
    private static void onlyRefused(Run run) {
        var trouble = run.shop().trouble();
        trouble.failures().stream()
                .filter(failure -> !failure.contains("\"code\":\"erp.data."))
                .forEach(failure -> run.violated("answered otherwise: %s", failure));
        trouble.excuseFailures();
    }
}
