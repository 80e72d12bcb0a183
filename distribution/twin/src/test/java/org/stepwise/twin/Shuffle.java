package org.stepwise.twin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.stepwise.data.Transactions;

/** Lets the consequences in the log of a company change places, before or after the facts they come from (law 4). */
final class Shuffle {
    private static final long SEED = 20260321;

    private Shuffle() {}

    static void consequences(TwinCompany company) {
        var transactions = company.service(Transactions.class);
        transactions.run(() -> {
            try (var connection = transactions.connection()) {
                var places = places(connection);
                var shuffled = new ArrayList<>(places);
                Collections.shuffle(shuffled, new Random(SEED));
                for (var place : places) {
                    move(connection, place, -place);
                }
                for (int i = 0; i < places.size(); i++) {
                    move(connection, -places.get(i), shuffled.get(i));
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("the log cannot be shuffled", failure);
            }
        });
    }

    private static List<Long> places(Connection connection) throws SQLException {
        var places = new ArrayList<Long>();
        try (var select = connection.prepareStatement("SELECT position FROM eventlog.event WHERE cause IS NOT NULL");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                places.add(rows.getLong(1));
            }
        }
        return places;
    }

    private static void move(Connection connection, long from, long to) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE eventlog.event SET position = ? WHERE position = ?")) {
            update.setLong(1, to);
            update.setLong(2, from);
            update.executeUpdate();
        }
    }
}
