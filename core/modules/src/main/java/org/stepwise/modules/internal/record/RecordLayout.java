package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.data.Database.Field;
import org.stepwise.data.Database.Index;
import org.stepwise.data.TableList;
import org.stepwise.input.Kind;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.log.event.Personal;
import org.stepwise.record.RecordName;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;

/** How the records of one kind are kept: a row each, a column a component. */
public final class RecordLayout<T extends Record> {
    /** Behind the name of every component, for databases have words of their own: {@code order}, {@code year}. */
    private static final String SUFFIX = "_v";

    /** Whose the personal columns of a row are. */
    static final String PERSON = "person";

    private static final int LONGEST_CHOICE = 100;

    private final Class<T> type;
    private final RecordName name;
    private final Shape<T> shape;
    private final Part key;

    public RecordLayout(Class<T> type) {
        this.type = type;
        this.name = RecordName.of(type);
        this.shape = Shape.of(type);
        var keys = shape.parts().stream().filter(Part::key).toList();
        if (keys.size() != 1 || keys.get(0).kind() != Kind.TEXT) {
            throw new IllegalArgumentException(type.getName() + " needs one text that is its @Key");
        }
        this.key = keys.get(0);
        if (personal(key)) {
            throw new IllegalArgumentException(type.getName() + " is known by what an erasure would take from it");
        }
        if (shape.parts().stream().anyMatch(part -> part.kind() == Kind.LINES)) {
            throw new IllegalArgumentException(type.getName() + " has lines: it is a document, and no simple record");
        }
    }

    Class<T> type() {
        return type;
    }

    public RecordName name() {
        return name;
    }

    Shape<T> shape() {
        return shape;
    }

    Part key() {
        return key;
    }

    String code(T record) {
        return (String) key.of(record);
    }

    /** The column of a component, such as {@code net_days_v}. */
    static String column(Part part) {
        return part.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + SUFFIX;
    }

    List<String> columns() {
        return shape.parts().stream().map(RecordLayout::column).toList();
    }

    /** The texts of a record that have keys by language beside them. */
    List<Part> spoken() {
        return shape.parts().stream().filter(Part::byLanguage).toList();
    }

    Named named(Part part) {
        return Named.byLanguage(name.table(), "id", column(part));
    }

    private String plainTable() {
        return name.table().substring(name.module().length() + 1);
    }

    Database.Table table() {
        var columns = new ArrayList<Field>();
        columns.add(new Field("archived", "BOOLEAN", true, null));
        columns.add(new Field("version", "BIGINT", true, null));
        var indexes = new ArrayList<Index>();
        if (tellsOfPeople()) {
            columns.add(new Field(PERSON, "BIGINT", false, null));
            indexes.add(new Index(plainTable() + "_by_person", List.of("company", PERSON), false));
        }
        for (var part : shape.parts()) {
            var column = column(part);
            columns.add(new Field(column, sql(part), part.key(), initially(part)));
            if (part.byLanguage()) {
                columns.add(new Field(column + "_key", "${key}", false, null));
                columns.add(
                        new Field(column + "_folded", "VARCHAR(" + Math.max(1000, part.most() * 5) + ")", false, null));
                columns.add(new Field(column + "_by", "VARCHAR(40)", false, null));
            }
            index(part, column).ifPresent(indexes::add);
        }
        return new Database.Table(plainTable(), columns, indexes);
    }

    private Optional<Index> index(Part part, String column) {
        var index = plainTable() + "_by_" + column;
        if (part.key()) {
            return Optional.of(new Index(index, List.of("company", column), true));
        }
        if (part.byLanguage()) {
            return Optional.of(new Index(index, List.of("company", column + "_key", "id"), false));
        }
        return part.register() == null
                ? Optional.empty()
                : Optional.of(new Index(index, List.of("company", column, "id"), false));
    }

    private static String sql(Part part) {
        return switch (part.kind()) {
            case TEXT -> "VARCHAR(" + part.most() + ")";
            case CHOICE -> "VARCHAR(" + LONGEST_CHOICE + ")";
            case QUANTITY, QUANTITY_OR_NONE, PRICE -> "DECIMAL(19, 6)";
            case PERCENT, AMOUNT, CHARGE -> "DECIMAL(19, 4)";
            case WHOLE, COUNT -> "INTEGER";
            case DAY -> "DATE";
            case FLAG -> "BOOLEAN";
            case REFERENCE -> "BIGINT";
            case LINES -> throw new IllegalStateException("lines have no column");
        };
    }

    /** What an older fact reads as that lacks the component: the rows of then say the same. */
    private static String initially(Part part) {
        var type = part.component().getType();
        return type == boolean.class ? "FALSE" : type == int.class ? "0" : null;
    }

    /** Whether anything in it is personal; then the table says whose it is. */
    boolean tellsOfPeople() {
        return shape.parts().stream().anyMatch(RecordLayout::personal);
    }

    private static boolean personal(Part part) {
        return part.component().isAnnotationPresent(Personal.class);
    }

    /** The columns that tell of people, what they are sorted and found by included. */
    List<String> personalColumns() {
        return shape.parts().stream()
                .filter(RecordLayout::personal)
                .flatMap(part -> part.byLanguage()
                        ? Stream.of(column(part), column(part) + "_key", column(part) + "_folded")
                        : Stream.of(column(part)))
                .toList();
    }

    /** As {@code table.column}. */
    List<String> personal() {
        return personalColumns().stream()
                .map(column -> plainTable() + "." + column)
                .toList();
    }

    TableList list() {
        var columns = new ArrayList<Column>();
        shape.parts().forEach(part -> columns.add(listed(part)));
        columns.add(Column.of("archived", ValueType.FLAG, "archived"));
        return new TableList(name.table(), "id", columns);
    }

    private static Column listed(Part part) {
        var sql = column(part);
        var column =
                switch (part.kind()) {
                    case TEXT -> Column.of(part.name(), ValueType.TEXT, sql);
                    case CHOICE ->
                        Column.choice(part.name(), sql, part.choices().toArray(String[]::new));
                    case QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT -> Column.of(part.name(), ValueType.QUANTITY, sql);
                    case AMOUNT, CHARGE -> Column.of(part.name(), ValueType.AMOUNT, sql);
                    case WHOLE, COUNT -> Column.of(part.name(), ValueType.NUMBER, sql);
                    case DAY -> Column.of(part.name(), ValueType.DATE, sql);
                    case FLAG -> Column.of(part.name(), ValueType.FLAG, sql);
                    case REFERENCE -> Column.reference(part.name(), sql, part.register());
                    case LINES -> throw new IllegalStateException("lines have no column");
                };
        if (part.key() || part.byLanguage()) {
            column = column.sorted();
        }
        if (part.kind() == Kind.TEXT && part.register() != null) {
            column = column.codeOf(part.register());
        }
        return part.byLanguage() ? column.byLanguage() : column;
    }
}
