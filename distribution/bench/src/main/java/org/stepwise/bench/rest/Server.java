package org.stepwise.bench.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwise.bench.CpuTime;
import org.stepwise.data.Database;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.DurablePostgres;
import org.stepwise.driver.RunningErp;

/** The distribution with a database and a home of its own, as it is delivered and as durable as it is delivered. */
public final class Server implements AutoCloseable {
    private static final String[] MODULES = {"crm", "warehouse", "accounting"};

    private final Path folder;
    private final DurablePostgres postgres;
    private final RunningErp erp;

    private Server(Path folder, DurablePostgres postgres, RunningErp erp) {
        this.folder = folder;
        this.postgres = postgres;
        this.erp = erp;
    }

    /** Unpacked, not started yet. */
    public static Server on(Database.Kind database) throws IOException {
        var folder = Files.createTempDirectory("stepwise-server-");
        DurablePostgres postgres = null;
        if (database == Database.Kind.POSTGRESQL) {
            postgres = new DurablePostgres(folder.resolve("postgres"));
            postgres.start();
        }
        var distribution = Distribution.unpackedInto(folder.resolve("distribution"));
        var settings = postgres == null ? null : postgres.settings();
        return new Server(folder, postgres, new RunningErp(distribution, folder.resolve("home"), settings));
    }

    public RunningErp erp() {
        return erp;
    }

    /** All three modules on; starts it if it does not run. */
    public void open() {
        if (erp.process().isEmpty()) {
            erp.start();
        }
        erp.trade().on(MODULES);
    }

    public Client login() {
        return Client.login(erp.address(), "admin", erp.password());
    }

    public long pid() {
        return erp.process()
                .orElseThrow(() -> new IllegalStateException("the server does not run"))
                .pid();
    }

    /** Of the server, and of PostgreSQL where there is one. */
    public double cpuSeconds() {
        var database = postgres == null
                ? 0
                : CpuTime.ofFamily(postgres.processes().get(0).pid());
        return CpuTime.ofFamily(pid()) + database;
    }

    @Override
    public void close() {
        if (erp.process().isPresent()) {
            erp.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        Distribution.delete(folder);
    }
}
