package org.stepwise.modules.internal.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.input.Part;
import org.stepwise.modules.internal.kept.KeptColumn;
import org.stepwise.record.Records.Kept;
import org.stepwise.record.Stated;
import org.stepwise.text.Collation;

/** The rows of one kind of record in the database. */
final class RecordRows<T extends Record> {
    private static final String OF_ONE = " WHERE company = ? AND id = ?";

    private final RecordLayout<T> layout;
    private final Transactions transactions;
    private final Collation collation;
    private final Sql sql;
    private final String select;
    private final String update;
    private final String insert;

    RecordRows(RecordLayout<T> layout, Transactions transactions, Collation collation, Sql sql) {
        this.layout = layout;
        this.transactions = transactions;
        this.collation = collation;
        this.sql = sql;
        var columns = new ArrayList<>(layout.columns());
        if (layout.tellsOfPeople()) {
            columns.add(RecordLayout.PERSON);
        }
        columns.add("archived");
        var table = layout.name().table();
        this.select = "SELECT id, version, " + String.join(", ", columns) + " FROM " + table;
        this.update =
                "UPDATE " + table + " SET " + String.join(" = ?, ", columns) + " = ?, version = version + ?" + OF_ONE;
        this.insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ", version, company, id) VALUES (?"
                + ", ?".repeat(columns.size() + 2) + ")";
    }

    private record RowKey(Id company, Id id) {}

    private record Written(Class<?> type) {}

    RecordLayout<T> layout() {
        return layout;
    }

    /** Writes what is stated, before the transaction ends. */
    void apply(Id company, Stated<T> fact) {
        var stated = transactions.pending(new Written(layout.type()), Changes::new);
        stated.add(new RowKey(company, fact.id()), fact);
        for (var part : layout.spoken()) {
            collation.keep(layout.named(part), company, fact.id(), (String) part.of(fact.now()), stated::write);
        }
    }

    /**
     * What one transaction states, the last of each record. Nothing is looked up: a row that cannot be changed is new.
     * The version counts how often something was stated.
     */
    private final class Changes implements Transactions.Pending {
        private final Map<RowKey, Stated<T>> last = new LinkedHashMap<>();
        private final Map<RowKey, Long> times = new HashMap<>();

        void add(RowKey key, Stated<T> fact) {
            last.put(key, fact);
            times.merge(key, 1L, Long::sum);
        }

        @Override
        public void write() {
            var keys = List.copyOf(last.keySet());
            var changed =
                    sql.batch(update, keys.stream().map(key -> values(key, 0)).toList());
            var added = new ArrayList<Object[]>();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    added.add(values(keys.get(i), -1));
                }
            }
            sql.batch(insert, added);
            last.clear();
            times.clear();
        }

        /** In the order of the columns; the version to be added to, or to begin with. */
        private Object[] values(RowKey key, long more) {
            var fact = last.get(key);
            var values = new ArrayList<Object>();
            layout.shape().parts().forEach(part -> values.add(part.of(fact.now())));
            if (layout.tellsOfPeople()) {
                values.add(fact.person());
            }
            values.add(fact.archived());
            values.add(times.get(key) + more);
            values.add(key.company);
            values.add(key.id);
            return values.toArray();
        }
    }

    Optional<Kept<T>> find(Id company, Id id) {
        return sql.first(this::read, select + OF_ONE, company, id);
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<Kept<T>> lock(Id company, Id id) {
        sql.write("UPDATE " + layout.name().table() + " SET version = version" + OF_ONE, company, id);
        return find(company, id);
    }

    Optional<Kept<T>> byCode(Id company, String code) {
        return sql.first(
                this::read, select + " WHERE company = ? AND " + KeptColumn.name(layout.key()) + " = ?", company, code);
    }

    boolean any(Id company) {
        return sql.first(
                        row -> row.getLong(1),
                        "SELECT id FROM " + layout.name().table() + " WHERE company = ? FETCH FIRST 1 ROWS ONLY",
                        company)
                .isPresent();
    }

    private Kept<T> read(ResultSet row) throws SQLException {
        var values = new HashMap<Part, Object>();
        for (var part : layout.shape().parts()) {
            values.put(part, KeptColumn.value(part, row));
        }
        return new Kept<>(
                new Id(row.getLong("id")),
                layout.shape().make(values::get),
                row.getBoolean("archived"),
                row.getLong("version"));
    }
}
