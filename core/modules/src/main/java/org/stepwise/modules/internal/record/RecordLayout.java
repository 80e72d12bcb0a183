package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Database;
import org.stepwise.data.Database.Field;
import org.stepwise.data.Database.Index;
import org.stepwise.data.TableList;
import org.stepwise.input.Kind;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.modules.internal.kept.KeptColumn;
import org.stepwise.modules.internal.kept.KeptLayout;
import org.stepwise.record.RecordName;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;

/** How the records of one kind are kept: a row each, a column a component. */
public final class RecordLayout<T extends Record> implements KeptLayout {
    /** Before and after the point: nothing is added up here. */
    private static final int DIGITS = 19;

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
        if (KeptColumn.personal(key)) {
            throw new IllegalArgumentException(type.getName() + " is known by what an erasure would take from it");
        }
        if (shape.parts().stream().anyMatch(part -> part.kind() == Kind.LINES)) {
            throw new IllegalArgumentException(type.getName() + " has lines: it is a document, and no simple record");
        }
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String module() {
        return name.module();
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

    List<String> columns() {
        return shape.parts().stream().map(KeptColumn::name).toList();
    }

    /** The texts of a record that have keys by language beside them. */
    List<Part> spoken() {
        return shape.parts().stream().filter(Part::byLanguage).toList();
    }

    Named named(Part part) {
        return Named.byLanguage(name.table(), "id", KeptColumn.name(part));
    }

    private String plainTable() {
        return name.table().substring(name.module().length() + 1);
    }

    @Override
    public List<Database.Table> tables() {
        var columns = new ArrayList<Field>();
        columns.add(new Field("archived", "BOOLEAN", true, null));
        columns.add(new Field("version", "BIGINT", true, null));
        var indexes = new ArrayList<Index>();
        if (tellsOfPeople()) {
            columns.add(new Field(PERSON, "BIGINT", false, null));
            indexes.add(index(PERSON, List.of("company", PERSON), false));
        }
        for (var part : shape.parts()) {
            columns.addAll(KeptColumn.fields(part, DIGITS));
            index(part).ifPresent(indexes::add);
        }
        return List.of(new Database.Table(plainTable(), columns, indexes));
    }

    private Optional<Index> index(Part part) {
        var column = KeptColumn.name(part);
        if (part.key()) {
            return Optional.of(index(column, List.of("company", column), true));
        }
        if (part.byLanguage()) {
            return Optional.of(index(column, List.of("company", column + "_key", "id"), false));
        }
        return part.register() != null || KeptColumn.isMeasured(part)
                ? Optional.of(index(column, List.of("company", column, "id"), false))
                : Optional.empty();
    }

    private Index index(String what, List<String> columns, boolean unique) {
        return KeptColumn.index(plainTable(), what, columns, unique);
    }

    /** Whether anything in it is personal; then the table says whose it is. */
    boolean tellsOfPeople() {
        return shape.parts().stream().anyMatch(KeptColumn::personal);
    }

    @Override
    public Map<String, List<String>> personal() {
        return tellsOfPeople() ? Map.of(name.table(), KeptColumn.personal(shape.parts())) : Map.of();
    }

    TableList list() {
        var columns = new ArrayList<Column>();
        for (var part : shape.parts()) {
            var column = KeptColumn.listed(part);
            columns.add(part.key() || KeptColumn.isMeasured(part) ? column.sorted() : column);
        }
        columns.add(Column.of("archived", ValueType.FLAG, "archived"));
        return new TableList(name.table(), "id", columns);
    }
}
