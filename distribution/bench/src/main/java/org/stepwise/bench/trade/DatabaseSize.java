package org.stepwise.bench.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** How much room the data take. */
final class DatabaseSize {
    private DatabaseSize() {}

    /** Without the logs for recovery, which do not grow with the data. */
    static long bytes(Shop shop) throws SQLException {
        return switch (shop.store().kind()) {
            case DERBY -> derby(shop);
            case POSTGRESQL -> shop.number("SELECT pg_database_size(current_database())");
        };
    }

    private static long derby(Shop shop) throws SQLException {
        try (var connection = shop.connection();
                var statement = connection.createStatement()) {
            statement.execute("CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()");
        }
        try (var files = Files.walk(shop.store().directory().resolve("stepwise/seg0"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DatabaseSize::size)
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException("the files of the database cannot be read", failure);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }
}
