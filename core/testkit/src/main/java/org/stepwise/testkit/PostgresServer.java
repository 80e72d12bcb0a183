package org.stepwise.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A PostgreSQL of this JVM: started when first wanted, gone with the JVM. */
final class PostgresServer {
    private final EmbeddedPostgres server;

    /** The files as they are, which is quicker than through the log where their way to the disk is not waited for. */
    private final String copying;

    /** For tests: its disk writes are not waited for. */
    private static final class Quick {
        private static final PostgresServer SERVER = new PostgresServer("off");
    }

    /** As at a customer's. */
    private static final class Durable {
        private static final PostgresServer SERVER = new PostgresServer("on");
    }

    private PostgresServer(String durability) {
        copying = durability.equals("off") ? " STRATEGY FILE_COPY" : "";
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", durability)
                    .setServerConfig("synchronous_commit", durability)
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("deadlock_timeout", "200ms")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start", failure);
        }
    }

    static PostgresServer quick() {
        return Quick.SERVER;
    }

    static PostgresServer durable() {
        return Durable.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** Nobody may be connected with the one that is copied. */
    void copy(String from, String to) {
        execute("CREATE DATABASE " + to + " TEMPLATE " + from + copying);
    }

    void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("refused by PostgreSQL: " + sql, failure);
        }
    }
}
