package org.stepwise.torture.kind;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Figures;
import org.stepwise.torture.site.Site;

/** The power fails in the middle of what is done once: the next start goes on with it. */
public final class Start implements Torture {
    private static final List<String> MODULES = List.of("crm", "warehouse", "accounting");
    private static final int IMPORTED = 2_000;

    private final boolean firstStartOnly;

    private Start(boolean firstStartOnly) {
        this.firstStartOnly = firstStartOnly;
    }

    public static Start whole() {
        return new Start(false);
    }

    /** The short form. */
    public static Start firstStart() {
        return new Start(true);
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "kill -9 during first start, migration and enabling, import and purge, each on a fresh home";
    }

    @Override
    public int usualTimes() {
        return 40;
    }

    @Override
    public void torment(Run run) {
        var random = run.random();
        var firstStart = Duration.ofSeconds(20);
        for (int round = 1; run.goesOnAfter(round - 1); round++) {
            try (var site = run.site().another("start-" + round)) {
                var life = new Life(run, site, random, round);
                firstStart = life.interruptFirstStart(firstStart);
                if (!firstStartOnly) {
                    life.interruptEnabling();
                    life.interruptImport();
                    life.interruptPurge();
                }
            }
        }
    }

    /** One home, four power cuts. */
    private record Life(Run run, Site site, Random random, int round) {

        /** Returns how long a start that is left in peace takes: the next moment is somewhere in it. */
        Duration interruptFirstStart(Duration usual) {
            site.startDatabase();
            int moment = random.nextInt((int) usual.toMillis());
            var starting = site.erp().begin("run");
            Pause.of(moment);
            site.kill();
            site.erp().heard(starting.end());
            site.kill();
            var took = again("first start", moment);
            site.erp().nobody().login("admin", site.erp().password());
            return took;
        }

        void interruptEnabling() {
            for (var module : MODULES) {
                site.rest().post("/api/modules/" + module + "/enable", Map.of()).is(202);
            }
            int moment = random.nextInt(4_000);
            Pause.of(moment);
            site.kill();
            again("enabling", moment);
            MODULES.forEach(site.erp().trade()::untilOn);
        }

        void interruptImport() {
            var file = IntStream.range(0, IMPORTED)
                    .mapToObj(i -> "I-%04d,Imported %d,true".formatted(i, i))
                    .collect(Collectors.joining("\n", "code,name,customer\n", "\n"));
            int moment = interrupt(
                    () -> site.rest()
                            .send("POST", "/api/masterdata/parties/import", file, Map.of("Content-Type", "text/csv")),
                    3_000);
            again("import", moment);
            int found = 0;
            var next = "";
            while (next != null) {
                var page = site.rest()
                        .get("/api/masterdata/parties?limit=500" + (next.isEmpty() ? "" : "&after=" + next))
                        .is(200);
                found += page.items().size();
                next = page.text("next");
            }
            if (found != 0 && found != IMPORTED) {
                run.violated("%d of %d parties were imported", found, IMPORTED);
            }
        }

        void interruptPurge() {
            var path = "/api/modules/accounting/";
            site.rest().post(path + "disable", null).is(200);
            int moment = interrupt(() -> site.rest().post(path + "purge", Map.of("confirm", "accounting")), 500);
            again("purge", moment);
            site.erp().trade().purge("accounting");
            site.erp().trade().on("accounting");
            if (site.rest().get("/api/accounting/proof").status() != 200) {
                run.violated("no proof after a purge");
            }
            new Figures(site.rest()).settle();
            if (!new Figures(site.rest()).parked().isEmpty()) {
                run.violated("events are parked: %s", new Figures(site.rest()).parked());
            }
        }

        /** Kills while a request is under way, which then has no answer. */
        private int interrupt(Runnable request, int longest) {
            int moment = random.nextInt(longest);
            var asking = CompletableFuture.runAsync(request);
            Pause.of(moment);
            site.kill();
            asking.handle((done, cut) -> {
                        if (cut != null && !(cut.getCause() instanceof UncheckedIOException)) {
                            run.violated("a request failed: %s", cut.getCause());
                        }
                        return null;
                    })
                    .join();
            return moment;
        }

        private Duration again(String what, int moment) {
            try {
                var took = site.start();
                run.say("%d: killed %d ms into %s, ready after %.1f s", round, moment, what, took.toMillis() / 1000.0);
                return took;
            } catch (AssertionError refused) {
                run.violated("killed %d ms into %s, and then: %s", moment, what, refused.getMessage());
                throw refused;
            }
        }
    }
}
