package org.stepwise.log.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwise.data.Id;

/** Events that a subscription could not take in, and those held back behind them. */
public final class ParkedTable {
    private static final String SEPARATOR = "\n";
    private static final int REASON_CHARACTERS = 2_000;
    private static final String COLUMNS = "subscription, position, type, waiting_keys, reason, held_by";

    private final Jdbc jdbc;

    public ParkedTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One event.
     *
     * @param heldBy the position of the event in front; null when it failed itself
     */
    public record Row(String subscription, long position, String type, Set<String> keys, String reason, Long heldBy) {}

    public List<Row> all(Id company) {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM eventlog.parked WHERE company = ? ORDER BY subscription, position",
                ParkedTable::row,
                company);
    }

    /** How many events a subscription has parked, those held back included. */
    public record Count(Id company, String subscription, long events, long first) {}

    /**
     * Of all companies.
     *
     * @param shared whether readers wait for nobody; on an embedded database they would wait for who is just parking,
     *     unless they also read what is not committed
     */
    public List<Count> counts(boolean shared) {
        return jdbc.list(
                "SELECT company, subscription, COUNT(*), MIN(position) FROM eventlog.parked"
                        + " GROUP BY company, subscription ORDER BY company, subscription"
                        + (shared ? "" : " WITH UR"),
                row -> new Count(new Id(row.getLong(1)), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    public List<Row> of(Id company, String subscription) {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM eventlog.parked WHERE company = ? AND subscription = ? ORDER BY position",
                ParkedTable::row,
                company,
                subscription);
    }

    public void add(Id company, Row row, Instant at) {
        jdbc.update(
                "INSERT INTO eventlog.parked (company, " + COLUMNS + ", parked_at) VALUES (" + Jdbc.marks(8) + ")",
                company,
                row.subscription(),
                row.position(),
                row.type(),
                String.join(SEPARATOR, row.keys()),
                shortened(row.reason()),
                row.heldBy(),
                at);
    }

    public void change(Id company, Row row) {
        jdbc.update(
                "UPDATE eventlog.parked SET reason = ?, held_by = ?"
                        + " WHERE company = ? AND subscription = ? AND position = ?",
                shortened(row.reason()),
                row.heldBy(),
                company,
                row.subscription(),
                row.position());
    }

    public boolean remove(Id company, String subscription, long position) {
        return jdbc.update(
                        "DELETE FROM eventlog.parked WHERE company = ? AND subscription = ? AND position = ?",
                        company,
                        subscription,
                        position)
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        String keys = row.getString(4);
        return new Row(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                keys.isEmpty() ? Set.of() : new TreeSet<>(List.of(keys.split(SEPARATOR))),
                row.getString(5),
                Jdbc.nullable(row, "held_by"));
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_CHARACTERS ? reason : reason.substring(0, REASON_CHARACTERS);
    }
}
