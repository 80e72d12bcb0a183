package org.stepwise.torture.kind;

import java.time.Duration;
import java.util.Random;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Checks;
import org.stepwise.torture.client.Crowd;

/** PostgreSQL is gone for a while; the server is not. */
public final class DatabaseLost implements Torture {
    private static final int CLIENTS = 8;
    private static final int ROUNDS_BETWEEN_THOROUGH_CHECKS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String title() {
        return "kill -9 and immediate stop of PostgreSQL under eight clients, and its return";
    }

    @Override
    public int usualTimes() {
        return 30;
    }

    @Override
    public void torment(Run run) {
        if (run.site().postgres().isEmpty()) {
            run.say("Derby lives in the server: kill covers it");
            return;
        }
        var random = run.random();
        var checks = new Checks(run);
        try (var crowd = new Crowd(run.shop(), CLIENTS, run.seed())) {
            for (int round = 1; run.goesOnAfter(round - 1); round++) {
                Pause.of(random.nextInt(2_000));
                var took = lose(run, random, round);
                if (took.compareTo(LONGEST) > 0) {
                    run.slow("worked again only %d s after the database", took.toSeconds());
                }
                crowd.whileResting(run.shop().trouble()::excuseFailures);
                checks.quick();
                if (round % ROUNDS_BETWEEN_THOROUGH_CHECKS == 0) {
                    crowd.whileResting(checks::thorough);
                }
            }
        }
    }

    /** Returns how long after the database the server did something again. */
    private static Duration lose(Run run, Random random, int round) {
        var killed = random.nextBoolean();
        int milliseconds = random.nextInt(3_000);
        var postgres = run.site().postgres().orElseThrow();
        var server = run.site().erp().process().orElseThrow().pid();
        if (killed) {
            postgres.kill();
        } else {
            postgres.stopImmediately();
        }
        Pause.of(milliseconds);
        postgres.start();
        var back = System.nanoTime();
        run.shop().party("LOST-" + run.seed() + "-" + round);
        var took = Duration.ofNanos(System.nanoTime() - back);
        if (run.site().erp().process().map(ProcessHandle::pid).orElse(0L) != server) {
            run.violated("the server did not survive");
        }
        run.say(
                "%d: %s, %d ms away, worked again after %.1f s, %d operations so far",
                round,
                killed ? "killed" : "stopped",
                milliseconds,
                took.toMillis() / 1000.0,
                run.shop().acknowledged().count());
        return took;
    }
}
