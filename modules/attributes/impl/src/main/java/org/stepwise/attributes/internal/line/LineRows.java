package org.stepwise.attributes.internal.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.LineAttributesSet;
import org.stepwise.attributes.event.LineAttributesSet.OfLine;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/**
 * The values of lines, as texts of facts: a row for each value, and none where nothing is set. Lines are read by their
 * document alone, so that no slot, no index of its own and no bound is needed as for {@code ValueRows}.
 */
@Component(service = LineRows.class)
public final class LineRows {
    private static final String TABLE = "attributes.line_values";
    private static final String OF_DOCUMENT = " WHERE company = ? AND of_register = ? AND row_id = ?";

    private final Sql sql;
    private final Transactions transactions;

    @Activate
    public LineRows(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record Key(Id company, String register, Id row, int line, String name) {
        Object[] values() {
            return new Object[] {company, register, row, line, name};
        }
    }

    private record Said(String value, Id person) {}

    /**
     * What stands beside the lines of a document, by their numbers.
     *
     * @param person whom the personal ones tell of, or null
     */
    public record Known(Map<Integer, Map<String, String>> values, Id person) {}

    public Known read(Id company, String register, Id row) {
        if (transactions.active()) {
            transactions.pending(this, Changes::new).write();
        }
        var values = new TreeMap<Integer, Map<String, String>>();
        var persons = sql.list(
                found -> {
                    values.computeIfAbsent(found.getInt(1), none -> new TreeMap<>())
                            .put(found.getString(2), found.getString(3));
                    return found.getLong(4);
                },
                "SELECT line, name, said, person FROM " + TABLE + OF_DOCUMENT,
                company,
                register,
                row);
        return new Known(
                values,
                persons.stream()
                        .filter(person -> person != 0)
                        .findFirst()
                        .map(Id::new)
                        .orElse(null));
    }

    public void write(Id company, LineAttributesSet fact) {
        var changes = transactions.pending(this, Changes::new);
        changes.add(company, fact, fact.lines(), null);
        if (fact.personal() != null) {
            changes.add(company, fact, fact.personal(), fact.person());
        }
    }

    /** Empties what tells of a person. */
    public void forget(Id company, Id person) {
        transactions.pending(this, Changes::new).write();
        sql.write("DELETE FROM " + TABLE + " WHERE company = ? AND person = ?", company, person);
    }

    /** What one transaction changes. */
    private final class Changes implements Transactions.Pending {
        private final Map<Key, Said> said = new LinkedHashMap<>();

        private void add(Id company, LineAttributesSet fact, List<OfLine> lines, Id person) {
            lines.forEach(line -> line.values()
                    .forEach((name, value) -> said.put(
                            new Key(company, fact.register(), fact.row(), line.line(), name),
                            new Said(value, person))));
        }

        @Override
        public void write() {
            if (said.isEmpty()) {
                return;
            }
            sql.batch(
                    "DELETE FROM " + TABLE + OF_DOCUMENT + " AND line = ? AND name = ?",
                    said.keySet().stream().map(Key::values).toList());
            sql.batch(
                    "INSERT INTO " + TABLE + " (company, of_register, row_id, line, name, said, person)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    said.entrySet().stream()
                            .filter(each -> !each.getValue().value.isEmpty())
                            .map(each -> new Object[] {
                                each.getKey().company,
                                each.getKey().register,
                                each.getKey().row,
                                each.getKey().line,
                                each.getKey().name,
                                each.getValue().value,
                                each.getValue().person
                            })
                            .toList());
            said.clear();
        }
    }
}
