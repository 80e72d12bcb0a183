package org.stepwise.torture.kind;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Checks;
import org.stepwise.torture.client.Crowd;
import org.stepwise.torture.client.Shop;

/** The power fails while eight clients work and a module is being switched on. */
public final class Kill implements Torture {
    private static final int CLIENTS = 8;
    private static final int ROUNDS_BETWEEN_THOROUGH_CHECKS = 25;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final List<String> MODULES = List.of("accounting", "accounting", "warehouse", "crm");

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String title() {
        return "kill -9 of the server at random moments while a module is being enabled and eight clients work";
    }

    @Override
    public int usualTimes() {
        return 100;
    }

    @Override
    public void torment(Run run) {
        var random = run.random();
        var shop = run.shop();
        var checks = new Checks(run);
        try (var crowd = new Crowd(shop, CLIENTS, run.seed())) {
            for (int round = 1; run.goesOnAfter(round - 1); round++) {
                Pause.of(random.nextInt(1_500));
                kill(run, shop, random, round);
                checks.quick();
                if (round % ROUNDS_BETWEEN_THOROUGH_CHECKS == 0) {
                    crowd.whileResting(checks::thorough);
                }
            }
        }
    }

    private static void kill(Run run, Shop shop, Random random, int round) {
        var module = MODULES.get(random.nextInt(MODULES.size()));
        var purged = !module.equals("crm") && random.nextBoolean();
        beginEnabling(run, shop, module, purged);
        var moment = random.nextInt(2_000);
        Pause.of(moment);
        run.site().kill();
        var took = run.site().start();
        if (took.compareTo(LONGEST_START) > 0) {
            run.slow("ready only after %d s", took.toSeconds());
        }
        run.site().erp().trade().untilOn(module);
        run.say(
                "%d: killed %d ms after %s was %s and enabled, ready after %.1f s, %d operations so far",
                round,
                moment,
                module,
                purged ? "purged" : "switched off",
                took.toMillis() / 1000.0,
                shop.acknowledged().count());
    }

    private static void beginEnabling(Run run, Shop shop, String module, boolean purged) {
        var rest = run.site().rest();
        if (purged) {
            shop.draftsMayBeLost();
            run.site().erp().trade().purge(module);
        } else {
            rest.post("/api/modules/" + module + "/disable", null).is(200);
        }
        rest.post("/api/modules/" + module + "/enable", Map.of()).is(202);
    }
}
