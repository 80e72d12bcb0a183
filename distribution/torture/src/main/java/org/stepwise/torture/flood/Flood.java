package org.stepwise.torture.flood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.stepwise.driver.RunningErp;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;

/** Held and slow bodies, slow headers, half requests, slow readers, 2,000 at once: others are served meanwhile. */
public final class Flood implements Torture {
    private static final String USER = "flood";
    private static final Duration QUICK = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long BREATH = 2_000_000;
    private static final long SLOWEST_MILLISECONDS = 5_000;
    private static final int MOST_MEMORY_MEGABYTES = 160;
    private static final Pattern FILE = Pattern.compile("/ui/shell/[0-9a-f]+/ui5-extra\\.js");

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String title() {
        return "held, slow and half requests, 2,000 at once, of strangers and of a user; others meanwhile";
    }

    @Override
    public int usualTimes() {
        return 10;
    }

    @Override
    public void torment(Run run) {
        run.shop();
        var erp = run.site().erp();
        erp.told("erp:user-add --role administrator " + USER);
        var token = RunningErp.lastLine(erp.told("erp:token-create --user " + USER));
        var page = erp.nobody().get("/").raw().body();
        var file = FILE.matcher(page);
        var attacks = Attack.all(token, file.find() ? file.group() : "/ui/shell/0/none");
        var server = erp.process().orElseThrow().pid();
        for (int time = 1; run.goesOnAfter(time - 1); time++) {
            flood(run, time, attacks.get((time - 1) % attacks.size()));
            if (erp.process().map(ProcessHandle::pid).orElse(0L) != server) {
                run.violated("the server did not survive");
                return;
            }
        }
    }

    private static void flood(Run run, int time, Attack attack) {
        var erp = run.site().erp();
        var before = memory(run);
        var bystanders = new Bystanders(run.shop(), "FLOOD-" + run.seed() + "-" + time);
        var began = System.nanoTime();
        try (bystanders;
                var hose = new Hose(attack, erp.port())) {
            spray(run, attack, hose, began);
            for (var surprise : hose.surprises()) {
                run.violated("%s were answered with %s", attack.name(), surprise);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("no connection", refused);
        }
        var grown = memory(run) - before;
        bystanders.failures().forEach((what, failure) -> run.violated("%s: %s", what, failure));
        if (grown > MOST_MEMORY_MEGABYTES) {
            run.violated("%s: %d MB more in memory", attack.name(), grown);
        }
        if (Collections.max(bystanders.longest().values()) > SLOWEST_MILLISECONDS) {
            run.slow("%s: others waited too long", attack.name());
        }
        run.say(
                "%d: %s for %.1f s, others waited at most (ms) %s, memory %+d MB",
                time, attack.name(), (System.nanoTime() - began) / 1e9, bystanders.longest(), grown);
    }

    /** Until the last is closed or answered; those that the server may let wait, for a while. */
    private static void spray(Run run, Attack attack, Hose hose, long began) {
        var elapsed = Duration.ZERO;
        var open = attack.connections();
        while (open > 0 && !hose.isAnswered() && (attack.endsByItself() || elapsed.compareTo(QUICK) < 0)) {
            open = hose.spray();
            LockSupport.parkNanos(BREATH);
            elapsed = Duration.ofNanos(System.nanoTime() - began);
            if (elapsed.compareTo(LONGEST) > 0) {
                run.violated("%s: %d connections were still open after %s", attack.name(), open, LONGEST);
                return;
            }
        }
    }

    /** What the server has in memory, in megabytes. */
    private static long memory(Run run) {
        var process = run.site().erp().process().orElseThrow().pid();
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
