package org.stepwise.attributes.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/**
 * The values of rows: one row of slots for each that has any. Few slots, indexed from the start, for no table is
 * altered while people work.
 */
@Component(service = ValueRows.class)
public final class ValueRows {
    static final String TABLE = "attributes.row_values";
    static final String ROW = "row_id";
    static final String REGISTER = "of_register";

    /** How many attributes of a register can be kept, by kind of column. */
    static final Map<String, Integer> PLACES = Map.of("t", 6, "n", 5, "d", 3);

    private static final String OF_ROW = " WHERE company = ? AND of_register = ? AND row_id = ?";
    private static final String EMPTY = PLACES.entrySet().stream()
            .flatMap(kind -> IntStream.rangeClosed(1, kind.getValue()).mapToObj(place -> kind.getKey() + place))
            .sorted()
            .map(slot -> slot + " IS NULL")
            .collect(Collectors.joining(" AND "));

    private final Sql sql;
    private final Transactions transactions;
    private final Definitions definitions;

    @Activate
    public ValueRows(@Reference Sql sql, @Reference Transactions transactions, @Reference Definitions definitions) {
        this.sql = sql;
        this.transactions = transactions;
        this.definitions = definitions;
    }

    private record Key(Id company, String register, Id row) {
        Stream<Object> values() {
            return Stream.of(company, register, row);
        }
    }

    /** What stands beside a row, as texts of facts, and whom it tells of. */
    public record Known(Map<String, String> values, Id person) {
        static final Known NOTHING = new Known(Map.of(), null);
    }

    /** By row; rows without anything are left out. */
    public Map<Id, Known> read(Id company, String register, Collection<Attribute> attributes, Collection<Id> rows) {
        var known = new HashMap<Id, Known>();
        if (attributes.isEmpty() || rows.isEmpty()) {
            return known;
        }
        if (transactions.active()) {
            transactions.pending(this, Changes::new).write();
        }
        var slots = attributes.stream().map(Attribute::slot).collect(Collectors.joining(", "));
        sql.list(
                row -> {
                    var values = new TreeMap<String, String>();
                    int column = 3;
                    for (var attribute : attributes) {
                        var told = attribute.told(row, column++);
                        if (told != null) {
                            values.put(attribute.name(), told);
                        }
                    }
                    var person = row.getLong(2);
                    return known.put(
                            new Id(row.getLong(1)),
                            new Known(values, row.wasNull() || person == 0 ? null : new Id(person)));
                },
                "SELECT row_id, person, " + slots + " FROM " + TABLE
                        + " WHERE company = ? AND of_register = ? AND row_id IN (?)",
                company,
                register,
                new ArrayList<>(rows));
        return known;
    }

    /** What a fact says, into memory first: a transaction's rows are written in batches. */
    void write(Id company, AttributesSet fact) {
        var attributes = definitions.ever(company, fact.register());
        var columns = new TreeMap<String, Object>();
        put(columns, attributes, fact.values());
        if (fact.personal() != null && !fact.personal().isEmpty()) {
            put(columns, attributes, fact.personal());
            columns.put("person", fact.person());
        }
        if (!columns.isEmpty()) {
            transactions
                    .pending(this, Changes::new)
                    .rows
                    .computeIfAbsent(new Key(company, fact.register(), fact.row()), key -> new TreeMap<>())
                    .putAll(columns);
        }
    }

    private static void put(Map<String, Object> columns, Map<String, Attribute> attributes, Map<String, String> said) {
        said.forEach((name, value) -> {
            var attribute = attributes.get(name);
            if (attribute != null) {
                columns.put(attribute.slot(), attribute.stored(value));
            }
        });
    }

    /** Empties what tells of a person. */
    void forget(Id company, Id person) {
        transactions.pending(this, Changes::new).write();
        var registers = sql.list(
                row -> row.getString(1),
                "SELECT DISTINCT of_register FROM " + TABLE + " WHERE company = ? AND person = ?",
                company,
                person);
        for (var register : registers) {
            var slots = definitions.ever(company, register).values().stream()
                    .filter(Attribute::personal)
                    .map(attribute -> attribute.slot() + " = NULL, ")
                    .collect(Collectors.joining());
            var ofPerson = " WHERE company = ? AND of_register = ? AND person = ?";
            if (!slots.isEmpty()) {
                sql.write(
                        "UPDATE " + TABLE + " SET " + slots.substring(0, slots.length() - 2) + ofPerson,
                        company,
                        register,
                        person);
            }
            sql.write("DELETE FROM " + TABLE + ofPerson + " AND " + EMPTY, company, register, person);
            sql.write("UPDATE " + TABLE + " SET person = NULL" + ofPerson, company, register, person);
        }
    }

    /** What one transaction changes. */
    private final class Changes implements Transactions.Pending {
        private final Map<Key, Map<String, Object>> rows = new LinkedHashMap<>();

        @Override
        public void write() {
            var bySlots = new LinkedHashMap<List<String>, List<Key>>();
            rows.forEach(
                    (key, columns) -> bySlots.computeIfAbsent(List.copyOf(columns.keySet()), slots -> new ArrayList<>())
                            .add(key));
            bySlots.forEach(this::write);
            var emptied = rows.entrySet().stream()
                    .filter(row -> row.getValue().containsValue(null))
                    .map(row -> row.getKey().values().toArray())
                    .toList();
            sql.batch("DELETE FROM " + TABLE + OF_ROW + " AND " + EMPTY, emptied);
            rows.clear();
        }

        private void write(List<String> columns, List<Key> keys) {
            var written = sql.batch(
                    "UPDATE " + TABLE + " SET " + String.join(" = ?, ", columns) + " = ?" + OF_ROW,
                    keys.stream().map(this::values).toList());
            var news = IntStream.range(0, keys.size())
                    .filter(i -> written[i] == 0)
                    .mapToObj(keys::get)
                    .map(this::values)
                    .toList();
            sql.batch(
                    "INSERT INTO " + TABLE + " (" + String.join(", ", columns)
                            + ", company, of_register, row_id) VALUES (" + "?, ".repeat(columns.size()) + "?, ?, ?)",
                    news);
        }

        private Object[] values(Key key) {
            return Stream.concat(rows.get(key).values().stream(), key.values()).toArray();
        }
    }
}
