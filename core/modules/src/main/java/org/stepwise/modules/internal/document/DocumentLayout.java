package org.stepwise.modules.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Database;
import org.stepwise.data.Database.Field;
import org.stepwise.data.Database.Index;
import org.stepwise.data.TableList;
import org.stepwise.document.CameFrom;
import org.stepwise.document.Document;
import org.stepwise.document.LedTo;
import org.stepwise.document.Series;
import org.stepwise.input.Kind;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.modules.internal.kept.KeptColumn;
import org.stepwise.modules.internal.kept.KeptLayout;
import org.stepwise.record.RecordName;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;

/** How the documents of one kind are kept: a row for the head, one for each line, and numbers that came too early. */
public final class DocumentLayout<D extends Record> implements KeptLayout {
    static final String LINES = "lines";
    static final String LINE = "line";
    static final String NUMBER = "number";

    /** Before and after the point: a document may add up what was entered. */
    private static final int DIGITS = 31;

    private final Class<D> type;
    private final RecordName name;
    private final String read;
    private final Shape<D> shape;
    private final List<Part> head;
    private final Part lines;
    private final Part number;

    public DocumentLayout(Class<D> type) {
        var document = type.getAnnotation(Document.class);
        if (document == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " must be a record annotated with @Document; where it"
                    + " is, its bundle sees another org.stepwise.document than the platform");
        }
        this.type = type;
        this.name = RecordName.of(type, document.value(), document.one());
        this.read = document.read().isEmpty() ? name.read() : document.read();
        this.shape = Shape.of(type);
        this.lines = only("lists of lines", part -> part.kind() == Kind.LINES);
        this.number = only("numbers", part -> part.component().isAnnotationPresent(Series.class));
        this.head = shape.parts().stream()
                .filter(part -> !part.equals(lines) && !part.equals(number))
                .toList();
        if (lines != null && !lines.name().equals(LINES)) {
            throw wrong("calls its lines \"" + lines.name() + "\"; a document has \"lines\"");
        }
        if (number != null && number.kind() != Kind.TEXT) {
            throw wrong("has a number that is no text");
        }
        if (lineParts().stream().anyMatch(part -> part.byLanguage() || part.kind() == Kind.LINES)) {
            throw wrong("has lines that are sorted by language or have lines of their own");
        }
        if (tellsOfPeople() && !AboutPerson.class.isAssignableFrom(type)) {
            throw wrong("has personal components and does not say whose: let it implement AboutPerson");
        }
    }

    private interface Is {
        boolean is(Part part);
    }

    private Part only(String what, Is wanted) {
        var found = shape.parts().stream().filter(wanted::is).toList();
        if (found.size() > 1) {
            throw wrong("has several " + what + ", and a document has one");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(type.getName() + " " + what);
    }

    @Override
    public Class<D> type() {
        return type;
    }

    @Override
    public String module() {
        return name.module();
    }

    RecordName name() {
        return name;
    }

    /** The permission to list and see. */
    String read() {
        return read;
    }

    Shape<D> shape() {
        return shape;
    }

    /** The components of the head but its number, which comes when it comes. */
    List<Part> head() {
        return head;
    }

    Part lines() {
        return lines;
    }

    List<Part> lineParts() {
        return lines == null ? List.of() : lines.lines().parts();
    }

    /** Null where documents have none. */
    Part number() {
        return number;
    }

    String series() {
        return number.component().getAnnotation(Series.class).value();
    }

    Part named(String component) {
        return head.stream()
                .filter(part -> part.name().equals(component) && part.kind() == Kind.REFERENCE)
                .findFirst()
                .orElseThrow(() -> wrong("has no reference called \"" + component + "\""));
    }

    List<Part> spoken() {
        return head.stream().filter(Part::byLanguage).toList();
    }

    Named called(Part part) {
        return Named.byLanguage(table(), "id", KeptColumn.name(part));
    }

    String table() {
        return module() + "." + plain();
    }

    String lineTable() {
        return table() + "_line";
    }

    /** Numbers that came before their documents. */
    String earlyTable() {
        return table() + "_number";
    }

    private String plain() {
        return name.one().replace('-', '_') + "_document";
    }

    boolean tellsOfPeople() {
        return head.stream().anyMatch(KeptColumn::personal)
                || lineParts().stream().anyMatch(KeptColumn::personal);
    }

    @Override
    public Map<String, List<String>> personal() {
        var personal = new HashMap<String, List<String>>();
        personal.put(table(), KeptColumn.personal(head));
        personal.put(lineTable(), KeptColumn.personal(lineParts()));
        personal.values().removeIf(List::isEmpty);
        return personal;
    }

    @Override
    public List<Database.Table> tables() {
        var tables = new ArrayList<Database.Table>();
        tables.add(headTable());
        if (lines != null) {
            var fields = new ArrayList<Field>();
            var indexes = new ArrayList<Index>();
            owner(plain() + "_line", fields, indexes);
            lineParts().forEach(part -> fields.addAll(KeptColumn.fields(part, DIGITS)));
            tables.add(new Database.Table(
                    plain() + "_line",
                    List.of(field("id", "BIGINT", true), field(LINE, "INTEGER", true)),
                    fields,
                    indexes));
        }
        if (number != null) {
            tables.add(new Database.Table(
                    plain() + "_number",
                    List.of(field("document", "BIGINT", true)),
                    List.of(numberField()),
                    List.of()));
        }
        return tables;
    }

    private Database.Table headTable() {
        var fields = new ArrayList<Field>();
        var indexes = new ArrayList<Index>();
        fields.add(field("version", "BIGINT", true));
        owner(plain(), fields, indexes);
        for (var part : head) {
            fields.addAll(KeptColumn.fields(part, DIGITS));
            index(part).ifPresent(indexes::add);
            if (part.kind() == Kind.DAY) {
                indexes.add(newest(KeptColumn.name(part)));
            }
        }
        if (number != null) {
            fields.add(numberField());
            indexes.add(index(NUMBER, NUMBER));
            indexes.add(newest(NUMBER));
        }
        return new Database.Table(plain(), fields, indexes);
    }

    private void owner(String table, List<Field> fields, List<Index> indexes) {
        if (tellsOfPeople()) {
            fields.add(field(PERSON, "BIGINT", false));
            indexes.add(KeptColumn.index(table, PERSON, List.of("company", PERSON), false));
        }
    }

    private Field numberField() {
        return field(NUMBER, "VARCHAR(" + number.most() + ")", false);
    }

    private static Field field(String name, String type, boolean required) {
        return new Field(name, type, required, null);
    }

    /** What lists are sorted by, and what others are named by. */
    private Optional<Index> index(Part part) {
        var column = KeptColumn.name(part);
        if (part.byLanguage()) {
            return Optional.of(index(column, column + "_key"));
        }
        return part.kind() == Kind.DAY || part.register() != null
                ? Optional.of(index(column, column))
                : Optional.empty();
    }

    private Index index(String what, String column) {
        return KeptColumn.index(plain(), what, List.of("company", column, "id"), false);
    }

    /** Lists begin with the newest. */
    private Index newest(String column) {
        return KeptColumn.index(plain(), "last_" + column, List.of("company", column + " DESC", "id DESC"), false);
    }

    TableList list() {
        var columns = new ArrayList<Column>();
        for (var part : shape.parts()) {
            if (part.equals(number)) {
                columns.add(Column.of(part.name(), ValueType.TEXT, NUMBER).sorted());
            } else if (!part.equals(lines)) {
                columns.add(listed(part));
            }
        }
        return new TableList(table(), "id", columns);
    }

    private static Column listed(Part part) {
        var column = KeptColumn.listed(part);
        if (part.component().isAnnotationPresent(CameFrom.class)) {
            return column.origin();
        }
        if (part.component().isAnnotationPresent(LedTo.class)) {
            return column.outcome();
        }
        return part.kind() == Kind.DAY ? column.sorted() : column;
    }

    List<Column> lineColumns() {
        return lineParts().stream().map(KeptColumn::listed).toList();
    }
}
