package org.stepwise.torture.kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.driver.Program;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Checks;
import org.stepwise.torture.check.Figures;
import org.stepwise.torture.client.Crowd;

/** Modules come and go while people work. */
public final class Cycle implements Torture {
    private static final int CLIENTS = 8;
    private static final List<String> MODULES = List.of("accounting", "warehouse", "crm");
    private static final int WARM = 5;
    private static final double GROWTH = 1.10;

    @Override
    public String name() {
        return "cycle";
    }

    @Override
    public String title() {
        return "each module off and on again under eight clients";
    }

    @Override
    public int usualTimes() {
        return 50;
    }

    @Override
    public void torment(Run run) {
        var random = run.random();
        var checks = new Checks(run);
        var metaspace = new ArrayList<Long>();
        try (var crowd = new Crowd(run.shop(), CLIENTS, run.seed())) {
            for (int round = 1; run.goesOnAfter(round - 1); round++) {
                for (var module : MODULES) {
                    var path = "/api/modules/" + module;
                    run.site().rest().post(path + "/disable", null).is(200);
                    Pause.of(random.nextInt(200));
                    run.site().rest().post(path + "/enable", Map.of()).is(202);
                    run.site().erp().trade().untilOn(module);
                    checks.quick();
                }
                metaspace.add(metaspace(run));
                run.say(
                        "%d: %s off and on, metaspace %d kB, %d operations so far",
                        round,
                        MODULES,
                        metaspace.get(round - 1) / 1024,
                        run.shop().acknowledged().count());
                crowd.whileResting(checks::quick);
            }
        }
        flat(run, metaspace);
    }

    private static void flat(Run run, List<Long> metaspace) {
        if (metaspace.size() > WARM) {
            long warm = metaspace.get(WARM - 1);
            long last = metaspace.get(metaspace.size() - 1);
            if (last > warm * GROWTH) {
                run.violated("metaspace grew from %d to %d bytes in %d rounds", warm, last, metaspace.size() - WARM);
            }
        }
    }

    /** What is really used, after a full collection. */
    private static long metaspace(Run run) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(run.site().erp().process().orElseThrow().pid());
        Program.say(List.of(jcmd, pid, "GC.run"));
        return new Figures(run.site().rest())
                .of("jvm_memory_used_bytes").entrySet().stream()
                        .filter(figure -> figure.getKey().contains("Metaspace"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
