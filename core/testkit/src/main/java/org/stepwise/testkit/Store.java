package org.stepwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.stepwise.data.Database;
import org.stepwise.data.internal.engine.DerbyEngine;

/** A database of a test's own, empty at first. It outlives the platforms that run on it, one at a time. */
public final class Store implements AutoCloseable {
    private final Database.Kind kind;
    private final Path directory;
    private final String name;

    private Store(Database.Kind kind, Path directory, String name) {
        this.kind = kind;
        this.directory = directory;
        this.name = name;
    }

    public static Store create(Database.Kind kind) {
        var store = blank(kind);
        switch (kind) {
            case DERBY -> copyFiles(EmptyDerby.DIRECTORY, store.directory);
            case POSTGRESQL -> PostgresServer.running().execute("CREATE DATABASE " + store.name);
        }
        return store;
    }

    /** Made once and copied, because Derby takes a second to make one. */
    private static final class EmptyDerby {
        private static final Path DIRECTORY = create();

        private static Path create() {
            var store = blank(Database.Kind.DERBY);
            new DerbyEngine(store.directory).close();
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            return store.directory;
        }
    }

    /** A Derby database where there may be none yet, or one that another process has begun. */
    public static Store at(Path directory) {
        return new Store(Database.Kind.DERBY, directory, "");
    }

    private static Store blank(Database.Kind kind) {
        try {
            var directory = kind == Database.Kind.DERBY ? Files.createTempDirectory("stepwise-") : null;
            return new Store(kind, directory, "t" + UUID.randomUUID().toString().replace("-", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException("no directory for a database", failure);
        }
    }

    /** A database with the same content; no platform may be running on this one. */
    public Store copy() {
        var copy = blank(kind);
        switch (kind) {
            case DERBY -> copyFiles(directory, copy.directory);
            case POSTGRESQL -> PostgresServer.running().execute("CREATE DATABASE " + copy.name + " TEMPLATE " + name);
        }
        return copy;
    }

    private static void copyFiles(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
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
            case DERBY -> "jdbc:derby:" + directory.resolve("stepwise");
            case POSTGRESQL -> PostgresServer.running().url(name) + "?user=postgres";
        };
    }

    /** What {@code etc/org.stepwise.data.cfg} would say. */
    public Map<String, Object> configuration() {
        return switch (kind) {
            case DERBY -> Map.of("database", "derby", "directory", directory.toString());
            case POSTGRESQL ->
                Map.of(
                        "database", "postgresql",
                        "url", PostgresServer.running().url(name),
                        "user", "postgres",
                        "password", "");
        };
    }

    /** Deletes it. */
    @Override
    public void close() {
        switch (kind) {
            case DERBY -> delete();
            case POSTGRESQL -> PostgresServer.running().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
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
