package org.stepwise.torture.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.torture.Run;
import org.stepwise.torture.client.Acknowledged;
import org.stepwise.torture.client.Act;
import org.stepwise.torture.site.DatabaseCopy;

/** The log holds what was acknowledged, each once and nothing else; numbers have no gap; journals balance. */
final class LogCheck {
    private final Run run;
    private final Acknowledged acknowledged;

    LogCheck(Run run, Acknowledged acknowledged) {
        this.run = run;
        this.acknowledged = acknowledged;
    }

    void look(DatabaseCopy copy) {
        copy.look(connection -> {
            counts(connection);
            for (var act : new Act[] {Act.CONFIRM, Act.DELIVER, Act.INVOICE}) {
                documents(connection, act);
            }
            numbers(connection);
            none(connection, "a parked event", "SELECT position, reason FROM eventlog.parked");
            none(connection, "a conclusion that differs", "SELECT cause, reaction FROM eventlog.conflict");
            none(
                    connection,
                    "a journal that does not balance",
                    "SELECT journal, SUM(amount) FROM accounting.journal_line"
                            + " GROUP BY journal HAVING SUM(amount) <> 0");
            none(
                    connection,
                    "more reserved than there is",
                    "SELECT product, reserved FROM warehouse.supply WHERE reserved > 0 AND reserved > on_hand");
            none(
                    connection,
                    "no stock that is worth something",
                    "SELECT product, amount FROM warehouse.stock_value WHERE quantity = 0 AND amount <> 0");
            return null;
        });
    }

    private void counts(Connection connection) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT type, COUNT(*) FROM eventlog.event GROUP BY type")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getInt(2));
            }
        }
        for (var act : Act.recorded()) {
            int done = acknowledged.of(act).size();
            int logged = found.getOrDefault(act.event().orElseThrow(), 0);
            if (done != logged) {
                run.violated("%d times %s was acknowledged, and %d are in the log", done, act, logged);
            }
        }
    }

    private void documents(Connection connection, Act act) throws SQLException {
        var once = new HashSet<Long>();
        try (var select = connection.prepareStatement("SELECT document FROM eventlog.event WHERE type = ?")) {
            select.setString(1, act.event().orElseThrow());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!once.add(rows.getLong(1))) {
                        run.violated("%s of %s is in the log twice", act, new Id(rows.getLong(1)));
                    }
                }
            }
        }
        for (var id : acknowledged.of(act)) {
            if (!id.equals(Acknowledged.UNSEEN) && !once.contains(Id.parse(id).value())) {
                run.violated("%s of %s was acknowledged and is not in the log", act, id);
            }
        }
    }

    /** Every series counts from 1 without a gap; a number twice is refused by the table. */
    private void numbers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT d.series, COUNT(*), MAX(d.issued_number), MAX(s.next_number)"
                        + " FROM eventlog.document_number d JOIN eventlog.number_series s ON s.series = d.series"
                        + " GROUP BY d.series")) {
            while (rows.next()) {
                var last = rows.getString(3);
                long highest = Long.parseLong(last.substring(last.lastIndexOf('-') + 1));
                if (highest != rows.getLong(2) || highest + 1 != rows.getLong(4)) {
                    run.violated(
                            "series %s has %d numbers up to %s, and %d is next",
                            rows.getString(1), rows.getLong(2), last, rows.getLong(4));
                }
            }
        }
        none(
                connection,
                "a document without its number",
                "SELECT e.document, e.type FROM eventlog.event e LEFT JOIN eventlog.document_number n"
                        + " ON n.document = e.document WHERE e.series IS NOT NULL AND n.document IS NULL");
    }

    private void none(Connection connection, String what, String select) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                run.violated("%s: %s %s", what, rows.getString(1), rows.getString(2));
            }
        }
    }
}
