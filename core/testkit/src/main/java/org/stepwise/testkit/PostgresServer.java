package org.stepwise.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.stepwise.testkit.place.QuickPlace;

/** A PostgreSQL of this JVM: started when first wanted, gone with the JVM. */
final class PostgresServer {
    private final EmbeddedPostgres server;

    private final String copying;

    /** For tests: its disk writes are not waited for, and there may be no disk. */
    private static final class Quick {
        private static final PostgresServer SERVER = new PostgresServer(
                with("off").setDataDirectory(QuickPlace.fresh()).setServerConfig("max_wal_size", "256MB"),
                // The files as they are, which is quicker than through the log where no disk is waited for.
                " STRATEGY FILE_COPY");
    }

    /** As at a customer's. */
    private static final class Durable {
        private static final PostgresServer SERVER = new PostgresServer(with("on"), "");
    }

    private PostgresServer(EmbeddedPostgres.Builder builder, String copying) {
        this.copying = copying;
        try {
            server = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start", failure);
        }
    }

    private static EmbeddedPostgres.Builder with(String durability) {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("max_connections", "400")
                .setServerConfig("deadlock_timeout", "200ms");
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
