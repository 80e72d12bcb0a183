package org.stepwise.modules.internal.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.modules.internal.kept.KeptColumn;
import org.stepwise.modules.internal.kept.KeptLayout;
import org.stepwise.text.Collation;

/** The rows of one kind of document in the database: what they are read and written by. */
final class DocumentRows<D extends Record> {
    private static final String OF_ONE = " WHERE company = ? AND id = ?";
    private static final String BY_LINE = " ORDER BY line";

    private final DocumentLayout<D> layout;
    private final Sql sql;
    private final Collation collation;
    private final boolean locksAsItReads;
    private final String heads;
    private final String lines;

    DocumentRows(DocumentLayout<D> layout, Sql sql, Collation collation, Database.Kind kind) {
        this.layout = layout;
        this.sql = sql;
        this.collation = collation;
        this.locksAsItReads = kind == Database.Kind.POSTGRESQL;
        var columns = new ArrayList<String>(List.of("id", "version"));
        layout.head().forEach(part -> columns.add(KeptColumn.name(part)));
        if (layout.number() != null) {
            columns.add(DocumentLayout.NUMBER);
        }
        this.heads = "SELECT " + String.join(", ", columns) + " FROM " + layout.table();
        var ofLine = new ArrayList<String>(List.of("id", DocumentLayout.LINE));
        layout.lineParts().forEach(part -> ofLine.add(KeptColumn.name(part)));
        this.lines = "SELECT " + String.join(", ", ofLine) + " FROM " + layout.lineTable();
    }

    /** A document among those of all companies. */
    record Key(Id company, Id id) {
        LineKey line(int line) {
            return new LineKey(company, id, line);
        }
    }

    record LineKey(Id company, Id id, int line) {}

    /** A document as it is kept: its number apart, which is no part of what facts make of it. */
    record Stored<D extends Record>(D now, long version, String number) {}

    /** What a row has of the head or of a line, and whose the personal part of it is. */
    record Row<R extends Record>(R content, long version, Id person) {}

    DocumentLayout<D> layout() {
        return layout;
    }

    Sql sql() {
        return sql;
    }

    Collation collation() {
        return collation;
    }

    Rows.Table<Key, Row<D>> headTable() {
        var columns = columns(layout.head());
        columns.add("version");
        return new Rows.Table<>(
                layout.table(), List.of("company", "id"), key -> List.of(key.company, key.id), columns, row -> {
                    var values = values(layout.head(), row);
                    values.add(row.version);
                    return values;
                });
    }

    Rows.Table<LineKey, Row<Record>> lineTable() {
        return new Rows.Table<>(
                layout.lineTable(),
                List.of("company", "id", DocumentLayout.LINE),
                key -> List.of(key.company, key.id, key.line),
                columns(layout.lineParts()),
                row -> values(layout.lineParts(), row));
    }

    private List<String> columns(List<Part> parts) {
        var columns = new ArrayList<String>();
        parts.forEach(part -> columns.add(KeptColumn.name(part)));
        if (layout.tellsOfPeople()) {
            columns.add(KeptLayout.PERSON);
        }
        return columns;
    }

    private List<Object> values(List<Part> parts, Row<? extends Record> row) {
        var values = new ArrayList<Object>();
        parts.forEach(part -> values.add(part.of(row.content)));
        if (layout.tellsOfPeople()) {
            values.add(row.person);
        }
        return values;
    }

    Optional<Stored<D>> find(Key key) {
        return read(heads + OF_ONE, key);
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<Stored<D>> lock(Key key) {
        if (locksAsItReads) {
            return read(heads + OF_ONE + " FOR UPDATE", key);
        }
        // What Derby locks as it reads it, it lets go again before the end.
        var there = sql.write("UPDATE " + layout.table() + " SET version = version" + OF_ONE, key.company, key.id);
        return there == 0 ? Optional.empty() : find(key);
    }

    private Optional<Stored<D>> read(String query, Key key) {
        return sql.first(this::head, query, key.company, key.id)
                .map(head -> head.with(ofLines(key.company, List.of(key.id)).getOrDefault(key.id, List.of())));
    }

    /** Those whose reference names one of these, by their ids. */
    Map<Id, Stored<D>> naming(Id company, Part reference, Collection<Id> named) {
        var found = sql.list(
                this::head, heads + " WHERE company = ? AND " + KeptColumn.name(reference) + " IN (?)", company, named);
        var ofLines = ofLines(company, found.stream().map(Head::id).toList());
        var documents = new TreeMap<Id, Stored<D>>();
        found.forEach(head -> documents.put(head.id, head.with(ofLines.getOrDefault(head.id, List.of()))));
        return documents;
    }

    private Map<Id, List<Record>> ofLines(Id company, List<Id> documents) {
        var found = new HashMap<Id, List<Record>>();
        if (layout.lines() == null || documents.isEmpty()) {
            return found;
        }
        if (documents.size() == 1) {
            found.put(documents.get(0), sql.list(this::line, lines + OF_ONE + BY_LINE, company, documents.get(0)));
            return found;
        }
        var ordered = new HashMap<Id, TreeMap<Integer, Record>>();
        sql.list(
                row -> ordered.computeIfAbsent(new Id(row.getLong("id")), id -> new TreeMap<>())
                        .put(row.getInt(DocumentLayout.LINE), line(row)),
                lines + " WHERE company = ? AND id IN (?)",
                company,
                documents);
        ordered.forEach((id, byLine) -> found.put(id, List.copyOf(byLine.values())));
        return found;
    }

    /** A head without its lines, for another statement brings them. */
    private final class Head {
        private final Id id;
        private final long version;
        private final String number;
        private final Map<Part, Object> values = new HashMap<>();

        Head(ResultSet row) throws SQLException {
            id = new Id(row.getLong("id"));
            version = row.getLong("version");
            number = layout.number() == null ? null : row.getString(DocumentLayout.NUMBER);
            for (var part : layout.head()) {
                values.put(part, KeptColumn.value(part, row));
            }
        }

        Id id() {
            return id;
        }

        Stored<D> with(List<Record> ofLines) {
            if (layout.lines() != null) {
                values.put(layout.lines(), ofLines);
            }
            return new Stored<>(layout.shape().make(values::get), version, number);
        }
    }

    private Head head(ResultSet row) throws SQLException {
        return new Head(row);
    }

    private Record line(ResultSet row) throws SQLException {
        Shape<?> shape = layout.lines().lines();
        var values = new HashMap<Part, Object>();
        for (var part : shape.parts()) {
            values.put(part, KeptColumn.value(part, row));
        }
        return shape.make(values::get);
    }
}
