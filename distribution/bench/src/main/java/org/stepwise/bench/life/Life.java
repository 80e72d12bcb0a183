package org.stepwise.bench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Run;
import org.stepwise.bench.rest.Client;
import org.stepwise.bench.rest.Server;
import org.stepwise.bench.rest.Traders;
import org.stepwise.driver.Distribution;

/** Starting, switching modules on and off, pages, memory and size. */
public final class Life implements Benchmark {
    private static final List<String> MODULES = List.of("crm", "warehouse", "accounting");
    private static final int WORKERS = 2;
    private static final int BYTES_A_MEGABYTE = 1_000_000;
    private static final long REST_SECONDS = 10;
    // Seldom enough not to be a part of what is measured.
    private static final long LOOK_EVERY_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(50);

    @Override
    public String name() {
        return "life";
    }

    @Override
    public String title() {
        return "boot, enable and disable, pages, memory and size of the distribution";
    }

    @Override
    public void run(Run run) throws Exception {
        var size = (double) Files.size(Distribution.archive()) / BYTES_A_MEGABYTE;
        run.note(Figure.of("life.archive", size, "MB").limit(60));
        try (var server = Server.on(run.database())) {
            var boot = new Boot(server.erp());
            run.note(Figure.of("life.boot.first", boot.seconds(), "s"));
            run.note(Figure.of("life.boot.first.cpu_seconds", server.cpuSeconds(), "s"));
            switchOnAndOff(run, server);
            pages(run, server);
            boots(run, server, boot);
            memory(run, server);
        }
    }

    /** On an empty log. */
    private static void switchOnAndOff(Run run, Server server) {
        var client = server.login();
        for (var module : MODULES) {
            double cpuBefore = server.cpuSeconds();
            run.note(Figure.of("life.enable." + module, enable(client, module), "s")
                    .limit(2));
            run.note(Figure.of("life.enable." + module + ".cpu_seconds", server.cpuSeconds() - cpuBefore, "s"));
        }
        for (var module : MODULES) {
            long began = System.nanoTime();
            client.post("/api/modules/" + module + "/disable", Map.of());
            run.note(Figure.of("life.disable." + module, (System.nanoTime() - began) / 1e9, "s")
                    .limit(1));
        }
        MODULES.forEach(module -> enable(client, module));
    }

    private static double enable(Client client, String module) {
        var path = "/api/modules/" + module;
        long began = System.nanoTime();
        client.post(path + "/enable", Map.of());
        while (!client.get(path).body().path("state").asText().equals("on")) {
            LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pages(Run run, Server server) {
        try (var screens = new Screens(server.erp())) {
            run.note(Figure.of("life.page.first", screens.loginSeconds(), "s"));
            screens.logIn();
            run.note(Figure.of("life.page.warm", median(run, screens::warmSeconds), "s"));
        }
    }

    private static void boots(Run run, Server server, Boot boot) {
        run.note(Figure.of("life.boot.clean", median(run, () -> restarted(server, boot::cleanSeconds)), "s")
                .limit(10));
        run.note(Figure.of("life.boot.warm", median(run, () -> restarted(server, boot::seconds)), "s")
                .limit(6));
        run.note(Figure.of("life.boot.warm.cpu_seconds", server.cpuSeconds(), "s"));
    }

    private static double restarted(Server server, DoubleSupplier start) {
        server.erp().close();
        return start.getAsDouble();
    }

    private static double median(Run run, DoubleSupplier measured) {
        var sorted = DoubleStream.generate(measured)
                .limit(run.sizes().rounds())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static void memory(Run run, Server server) throws Exception {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(REST_SECONDS));
        run.note(Figure.of("life.memory.idle", memory(server), "MB").limit(330));
        var traders = Traders.open(server, WORKERS, run.sizes().products());
        traders.trade(WORKERS, run.sizes().orders(), new Latencies());
        run.note(Figure.of("life.memory.working", memory(server), "MB").clients(WORKERS));
    }

    private static double memory(Server server) throws IOException {
        return Memory.megabytes(server.pid());
    }
}
