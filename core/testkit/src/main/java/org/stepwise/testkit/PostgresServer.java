package org.stepwise.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** The PostgreSQL of this JVM: started when first wanted, gone with the JVM. Its disk writes are not waited for. */
final class PostgresServer {
    private final EmbeddedPostgres server;

    private static final class Holder {
        private static final PostgresServer SERVER = new PostgresServer();
    }

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("deadlock_timeout", "200ms")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start", failure);
        }
    }

    static PostgresServer running() {
        return Holder.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
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
