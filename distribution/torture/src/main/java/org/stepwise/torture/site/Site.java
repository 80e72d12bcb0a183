package org.stepwise.torture.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.stepwise.data.Database;
import org.stepwise.driver.DurablePostgres;
import org.stepwise.driver.Rest;
import org.stepwise.driver.RunningErp;

/** A server with a home and a database of its own. */
public final class Site implements AutoCloseable {
    private final Database.Kind kind;
    private final Path distribution;
    private final Path folder;
    private final DurablePostgres postgres;
    private final RunningErp erp;
    private boolean open;

    /** {@code folder} is for the home and the data; what is in it goes. */
    public Site(Database.Kind kind, Path distribution, Path folder) {
        this.kind = kind;
        this.distribution = distribution;
        this.folder = folder;
        this.postgres = kind == Database.Kind.POSTGRESQL ? new DurablePostgres(folder.resolve("postgresql")) : null;
        this.erp = new RunningErp(distribution, folder.resolve("home"), postgres == null ? null : postgres.settings());
    }

    /** Another one beside it, which has never been started. */
    public Site another(String name) {
        return new Site(kind, distribution, folder.resolve(name));
    }

    /** The first start; waits until it is ready. */
    public void begin() {
        startDatabase();
        start();
    }

    /** Where the database is a server of its own. */
    public void startDatabase() {
        if (postgres != null) {
            postgres.start();
        }
    }

    /** Returns how long it took until it was ready. */
    public Duration start() {
        var began = System.nanoTime();
        erp.start();
        open(true);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** As a power cut does it. */
    public void kill() {
        open(false);
        erp.kill();
    }

    private synchronized void open(boolean now) {
        open = now;
        notifyAll();
    }

    /** Whether the server is meant to answer. */
    public synchronized boolean isOpen() {
        return open;
    }

    /** Waits while the server is down. */
    public synchronized void awaitOpen() {
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server is down", interrupted);
        }
    }

    public RunningErp erp() {
        return erp;
    }

    public Rest rest() {
        return erp.rest();
    }

    /** Changes the database behind the server's back; what Derby holds can be changed only while the server is down. */
    public void alter(String sql) {
        if (postgres == null) {
            kill();
            DatabaseCopy.original(erp.home().resolve("db")).execute(sql);
            start();
        } else {
            DatabaseCopy.original(postgres).execute(sql);
        }
    }

    public Optional<DurablePostgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    public Path folder() {
        return folder;
    }

    /** A copy of the database; the server must be down. */
    public DatabaseCopy copy() {
        return postgres == null
                ? DatabaseCopy.ofDerby(erp.home().resolve("db"), folder.resolve("copy"))
                : DatabaseCopy.ofPostgres(postgres);
    }

    @Override
    public void close() {
        kill();
        if (postgres != null) {
            postgres.close();
        }
    }
}
