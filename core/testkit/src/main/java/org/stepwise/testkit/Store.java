package org.stepwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwise.data.Database;
import org.stepwise.testkit.place.QuickPlace;

/** A database of a test's own: tables, and nothing in them. It outlives the platforms that run on it, one at a time. */
public final class Store implements AutoCloseable {
    private final Database.Kind kind;
    private final Path directory;
    private final PostgresServer server;
    private final String name;

    /** {@code directory} is null for PostgreSQL, {@code server} and {@code name} for Derby. */
    private Store(Database.Kind kind, Path directory, PostgresServer server, String name) {
        this.kind = kind;
        this.directory = directory;
        this.server = server;
        this.name = name;
    }

    /** Quick: nothing in it is waited for until it is on a disk, and it may lie in memory. */
    public static Store create(Database.Kind kind) {
        return switch (kind) {
            case DERBY -> Template.derby().copy();
            case POSTGRESQL -> Template.quickPostgres().copy();
        };
    }

    /** As at a customer's: on a disk, which is waited for at every commit. */
    public static Store createDurable(Database.Kind kind) {
        return switch (kind) {
            case DERBY -> copyFiles(Template.derby().directory, onDisk());
            case POSTGRESQL -> Template.durablePostgres().copy();
        };
    }

    /** With a directory of its own and no database in it. */
    static Store blankDerby() {
        return at(QuickPlace.fresh());
    }

    static Store emptyPostgres(PostgresServer server) {
        var store = blankOn(server);
        server.execute("CREATE DATABASE " + store.name);
        return store;
    }

    /** A Derby database where there may be none yet, or one that another process has begun. */
    public static Store at(Path directory) {
        return new Store(Database.Kind.DERBY, directory, null, null);
    }

    private static Store blankOn(PostgresServer server) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        return new Store(Database.Kind.POSTGRESQL, null, server, name);
    }

    private static Path onDisk() {
        try {
            return Files.createTempDirectory("stepwise-");
        } catch (IOException failure) {
            throw new UncheckedIOException("no directory for a database", failure);
        }
    }

    /** A database with the same content; no platform may be running on this one. */
    public Store copy() {
        return switch (kind) {
            case DERBY -> copyFiles(directory, QuickPlace.fresh());
            case POSTGRESQL -> {
                var copy = blankOn(server);
                server.copy(name, copy.name);
                yield copy;
            }
        };
    }

    private static Store copyFiles(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return at(to);
        } catch (IOException failure) {
            throw new UncheckedIOException("the database in " + from + " cannot be copied", failure);
        }
    }

    public Database.Kind kind() {
        return kind;
    }

    /** Where Derby keeps it; null for PostgreSQL. */
    public Path directory() {
        return directory;
    }

    /** The JDBC address, for a look from outside. */
    public String url() {
        return switch (kind) {
            case DERBY -> "jdbc:derby:patient:" + directory.resolve("stepwise");
            case POSTGRESQL -> server.url(name) + "?user=postgres";
        };
    }

    /** What {@code etc/org.stepwise.data.cfg} would say. */
    public Map<String, Object> configuration() {
        return switch (kind) {
            case DERBY -> Map.of("database", "derby", "directory", directory.toString());
            case POSTGRESQL ->
                Map.of(
                        "database", "postgresql",
                        "url", server.url(name),
                        "user", "postgres",
                        "password", "");
        };
    }

    /** Deletes it; who looked at it from outside has left it running, and it would write while it is deleted. */
    @Override
    public void close() {
        switch (kind) {
            case DERBY -> {
                end();
                delete();
            }
            case POSTGRESQL -> server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    /** Derby says that it has shut down by one exception, and that it was not running by another. */
    private void end() {
        try {
            DriverManager.getConnection(url() + ";shutdown=true").close();
        } catch (SQLException farewell) {
            if (!List.of("08006", "XJ004").contains(farewell.getSQLState())) {
                throw new IllegalStateException("the database in " + directory + " did not shut down", farewell);
            }
        }
    }

    private void delete() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the database in " + directory + " cannot be deleted", failure);
        }
    }
}
