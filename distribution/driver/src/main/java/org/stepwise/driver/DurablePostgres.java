package org.stepwise.driver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL with its own data folder and port, as careful with the disk as in earnest, that can be broken. */
public final class DurablePostgres implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final Path data;
    private final int port = freePort();
    private EmbeddedPostgres server;

    public DurablePostgres(Path data) {
        this.data = data;
    }

    public Path data() {
        return data;
    }

    /** Starts it, on the data it left if it left any. */
    public void start() {
        try {
            release();
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start on " + data, failure);
        }
    }

    /** As a power cut does it: all its processes at once. */
    public void kill() {
        var processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** As {@code pg_ctl stop -m immediate}: it drops its clients and does not tidy up. */
    public void stopImmediately() {
        var postmaster = postmaster();
        Program.say(List.of("kill", "-QUIT", Long.toString(postmaster.pid())));
        postmaster.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** The postmaster and its children. */
    public List<ProcessHandle> processes() {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    /** Whether it has survived what was done to it. */
    public boolean runs() {
        try {
            return postmaster().isAlive();
        } catch (IllegalStateException | UncheckedIOException ended) {
            return false;
        }
    }

    private ProcessHandle postmaster() {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL on " + data + " does not run"));
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL on " + data + " does not run", failure);
        }
    }

    /** What etc/org.stepwise.data.cfg says to use it. */
    public String settings() {
        return """
                database = postgresql
                url = %s
                user = postgres
                password = postgres
                dataDirectory = %s
                """
                .formatted(url(), data);
    }

    /** As {@link #settings}, for a platform in this process. */
    public Map<String, Object> configuration(String database) {
        return Map.of("database", "postgresql", "url", url(database), "user", "postgres", "password", "postgres");
    }

    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public Connection connection() throws SQLException {
        return connection(DATABASE);
    }

    public Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    /** Done beside all databases of Stepwise, so that they may be copied. */
    public void execute(String sql) {
        try (var connection = connection("template1");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("refused by PostgreSQL: " + sql, failure);
        }
    }

    /** Stops it in good order; the data stay. */
    @Override
    public void close() {
        release();
    }

    private void release() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL on " + data + " does not stop", failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
