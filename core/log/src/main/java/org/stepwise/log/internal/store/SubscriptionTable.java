package org.stepwise.log.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwise.data.Id;

/** How far each subscription of a company is, what it leaves out, and since when a module's verbs apply their facts. */
public final class SubscriptionTable {
    /** The position of a subscription that was forgotten: it begins again. */
    public static final long NONE = -1;

    private static final int LONGEST_NAME = 60;

    private final Jdbc jdbc;

    public SubscriptionTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One subscription.
     *
     * @param concluded the highest cause of its consequences: only at or below it a consequence may exist already
     */
    public record Place(String name, String module, long position, long concluded) {}

    public Optional<Place> find(Id company, String name) {
        return jdbc.first(
                "SELECT name, module, position, concluded FROM eventlog.subscription WHERE company = ? AND name = ?",
                row -> new Place(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                company,
                name);
    }

    public List<Place> all(Id company) {
        return jdbc.list(
                "SELECT name, module, position, concluded FROM eventlog.subscription WHERE company = ? ORDER BY name",
                row -> new Place(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                company);
    }

    /** Puts the subscription before the first event. */
    public Place begin(Id company, String name, String module) {
        Optional<Place> known = find(company, name);
        if (known.isPresent()) {
            // A correction may have concluded in its name.
            long highest = Math.max(known.get().concluded(), highestCause(company, name));
            jdbc.update(
                    "UPDATE eventlog.subscription SET position = 0, concluded = ? WHERE company = ? AND name = ?",
                    highest,
                    company,
                    name);
            return new Place(name, module, 0, highest);
        }
        long concluded = highestCause(company, name);
        jdbc.update(
                "INSERT INTO eventlog.subscription (company, name, module, position, concluded) VALUES (?, ?, ?, 0, ?)",
                company,
                name,
                module,
                concluded);
        return new Place(name, module, 0, concluded);
    }

    /** One step of a subscription. */
    public record Move(long from, long to, long concluded) {}

    /** Moves on; false when somebody else has moved it meanwhile. */
    public boolean move(Id company, String name, Move move) {
        return moveAll(company, new TreeMap<>(Map.of(name, move)));
    }

    /**
     * Moves several on, each by its step; false when somebody else has moved one of them meanwhile. In the order of
     * their names, for {@link #all} reads in that order and holds one row while it waits for the next.
     */
    public boolean moveAll(Id company, SortedMap<String, Move> moves) {
        List<Object[]> values = new ArrayList<>();
        moves.forEach(
                (name, move) -> values.add(new Object[] {move.to(), move.concluded(), company, name, move.from()}));
        int[] moved = jdbc.batch(
                "UPDATE eventlog.subscription SET position = ?, concluded = ?"
                        + " WHERE company = ? AND name = ? AND position = ?",
                values);
        return Arrays.stream(moved).allMatch(rows -> rows == 1);
    }

    public void conclude(Id company, String name, long concluded) {
        jdbc.update(
                "UPDATE eventlog.subscription SET concluded = ? WHERE company = ? AND name = ?",
                concluded,
                company,
                name);
    }

    public void forget(Id company, String module) {
        jdbc.update(
                "DELETE FROM eventlog.parked WHERE company = ? AND subscription IN"
                        + " (SELECT name FROM eventlog.subscription WHERE company = ? AND module = ?)",
                company,
                company,
                module);
        jdbc.update(
                "UPDATE eventlog.subscription SET position = ? WHERE company = ? AND module = ?",
                NONE,
                company,
                module);
        jdbc.update(
                "DELETE FROM eventlog.opening WHERE company = ? AND (module = ? OR module LIKE ?)",
                company,
                module,
                module + ".%");
    }

    /** Verbs of the module are at work already and have applied nothing for this one: it reads all until they open. */
    public void beginLate(Id company, String name, String module) {
        if (opening(company, module).isPresent()) {
            jdbc.update(
                    "INSERT INTO eventlog.opening (company, module, position) VALUES (?, ?, ?)",
                    company,
                    kept(name),
                    Long.MAX_VALUE);
        }
    }

    /**
     * The first opening stands until the module is forgotten: since then its verbs have applied all their facts, for
     * each subscription that was there.
     */
    public void open(Id company, String module, long position) {
        if (opening(company, module).isEmpty()) {
            jdbc.update(
                    "INSERT INTO eventlog.opening (company, module, position) VALUES (?, ?, ?)",
                    company,
                    module,
                    position);
        }
        jdbc.update(
                "UPDATE eventlog.opening SET position = ? WHERE company = ? AND module LIKE ? AND position = ?",
                position,
                company,
                module + ".%",
                Long.MAX_VALUE);
    }

    /** Facts of the module after this position were applied by its verbs; without one none were. */
    public long opened(Id company, String name, String module) {
        return opening(company, name).or(() -> opening(company, module)).orElse(Long.MAX_VALUE);
    }

    /** As it fits into the column, which was made for names of modules. */
    private static String kept(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 9) + "#" + Integer.toHexString(name.hashCode());
    }

    private Optional<Long> opening(Id company, String name) {
        return jdbc.first(
                "SELECT position FROM eventlog.opening WHERE company = ? AND module = ?",
                row -> row.getLong(1),
                company,
                name);
    }

    public Set<Long> skipped(Id company, String name) {
        return new TreeSet<>(jdbc.list(
                "SELECT position FROM eventlog.skipped WHERE company = ? AND subscription = ?",
                row -> row.getLong(1),
                company,
                name));
    }

    public void skip(Id company, String name, long position) {
        jdbc.update(
                "INSERT INTO eventlog.skipped (company, subscription, position) VALUES (?, ?, ?)",
                company,
                name,
                position);
    }

    private long highestCause(Id company, String name) {
        return jdbc.first(
                        "SELECT MAX(cause) FROM eventlog.event WHERE company = ? AND (reaction = ? OR reaction LIKE ?)",
                        row -> row.getLong(1),
                        company,
                        name,
                        name + "<%")
                .orElse(0L);
    }
}
