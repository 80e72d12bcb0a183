package org.stepwise.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of one table in one transaction: read once, changed in memory, written in batches before the commit. For tables
 * that one subscription alone writes, because nobody else's changes are seen here.
 *
 * @param <K> what tells the rows apart
 * @param <R> the content of a row, compared with {@code equals} to see whether it has changed
 */
public final class Rows<K, R> implements Transactions.Pending {
    private final Sql sql;
    private final Table<K, R> table;
    private final Map<K, Held<R>> held = new LinkedHashMap<>();

    public Rows(Sql sql, Table<K, R> table) {
        this.sql = sql;
        this.table = table;
    }

    /**
     * A table as its rows are written.
     *
     * @param key the columns of the key, in the order in which {@code keyValues} gives their values
     * @param columns the other columns, in the order in which {@code values} gives their values
     */
    public record Table<K, R>(
            String name,
            List<String> key,
            Function<K, List<Object>> keyValues,
            List<String> columns,
            Function<R, List<Object>> values) {
        String insert() {
            var all = new ArrayList<>(columns);
            all.addAll(key);
            return "INSERT INTO " + name + " (" + String.join(", ", all) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(all.size(), "?")) + ")";
        }

        String update() {
            return "UPDATE " + name + " SET " + String.join(" = ?, ", columns) + " = ?" + where();
        }

        String delete() {
            return "DELETE FROM " + name + where();
        }

        private String where() {
            return " WHERE " + String.join(" = ? AND ", key) + " = ?";
        }

        private Object[] of(K rowKey, R row) {
            var all = new ArrayList<>(values.apply(row));
            all.addAll(keyValues.apply(rowKey));
            return all.toArray();
        }
    }

    /** Of these keys the ones that have not been looked up. */
    public List<K> unknown(Collection<K> keys) {
        return keys.stream().filter(key -> !held.containsKey(key)).distinct().toList();
    }

    /** Takes in what was found for keys looked up; the others are known not to be there. */
    public void found(Collection<K> keys, Map<K, R> rows) {
        keys.forEach(key -> held.putIfAbsent(key, new Held<>(rows.get(key))));
        rows.forEach((key, row) -> held.putIfAbsent(key, new Held<>(row)));
    }

    /** The row as it stands in this transaction; its key has been looked up, put or removed. */
    public Optional<R> get(K key) {
        var row = held.get(key);
        if (row == null) {
            throw new IllegalStateException(table.name() + " was not asked for " + key);
        }
        return Optional.ofNullable(row.now);
    }

    /** Adds or replaces; a key that was not looked up is a new row's. */
    public void put(K key, R row) {
        held.computeIfAbsent(key, unheard -> new Held<>(null)).now = row;
    }

    /** Removes a row that was looked up or put. */
    public void remove(K key) {
        held.get(key).now = null;
    }

    @Override
    public void write() {
        var inserted = new ArrayList<Object[]>();
        var updated = new ArrayList<Object[]>();
        var deleted = new ArrayList<Object[]>();
        held.forEach((key, row) -> {
            if (row.now == null && row.stored != null) {
                deleted.add(table.keyValues().apply(key).toArray());
            } else if (row.now != null && row.stored == null) {
                inserted.add(table.of(key, row.now));
            } else if (!Objects.equals(row.now, row.stored)) {
                updated.add(table.of(key, row.now));
            }
            row.stored = row.now;
        });
        sql.batch(table.delete(), deleted);
        sql.batch(table.update(), updated);
        sql.batch(table.insert(), inserted);
    }

    private static final class Held<R> {
        private R stored;
        private R now;

        Held(R stored) {
            this.stored = stored;
            this.now = stored;
        }
    }
}
