package org.stepwise.web.internal.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/**
 * What people call the rows of a register: by number, by code, by the text that its list begins with, settings by their
 * first day. Where that is not enough, by columns.
 */
public final class RowNames {
    private static final String BETWEEN_COLUMNS = ",(?=[A-Za-z]\\w*=)";
    private static final int OFFERED = 50;

    private final OpenRegisters registers;

    public RowNames(OpenRegisters registers) {
        this.registers = registers;
    }

    /** The column that says what a row is called; empty where rows have ids only. */
    public static Optional<Column> column(Description description) {
        var columns = description.columns().stream().filter(Column::filter).toList();
        var begins = description.columns().stream()
                .limit(1)
                .filter(column -> column.filter() && column.sort() && column.type() == ValueType.TEXT);
        return Stream.of(named(columns, "number"), named(columns, "code"), begins, named(columns, "validFrom"))
                .flatMap(each -> each)
                .findFirst();
    }

    private static Stream<Column> named(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name));
    }

    /** As {@link OpenRegisters#row}. */
    Id find(Register register, String name) {
        var found = conditions(register.description(), name)
                .map(conditions -> register.list(query(register.description(), conditions)))
                .map(page -> page.items().stream().map(row -> row.get("id")).toList())
                .orElse(List.of());
        var list = register.description().name();
        if (found.size() > 1) {
            throw new Rejected(
                    "erp.row.ambiguous",
                    "\"" + Quoted.of(name) + "\" is said of more than one row of " + list
                            + "; name one by its id, or by columns such as code=VAT,validFrom=2026-01-01");
        }
        if (!found.isEmpty()) {
            return Id.parse(found.get(0).toString());
        }
        try {
            return Id.parse(name);
        } catch (Rejected noId) {
            throw new NotFound("erp.row.unknown", "no row of " + list + " is called \"" + Quoted.of(name) + "\"");
        }
    }

    /** As a list is filtered; empty when rows cannot be called so. */
    private Optional<List<String>> conditions(Description description, String name) {
        if (columnOf(description, name).isPresent()) {
            return Optional.of(Stream.of(name.split(BETWEEN_COLUMNS))
                    .map(part -> condition(description, part))
                    .toList());
        }
        return column(description)
                .filter(column -> column.type() == ValueType.TEXT || name.matches("\\d{4}-\\d\\d-\\d\\d"))
                .filter(column -> !name.isBlank())
                .map(column -> List.of(column.name() + ":eq:" + name));
    }

    /** {@code column=value} as a condition of a list; what a column refers to is called as people call it. */
    public String condition(Description description, String typed) {
        var column = columnOf(description, typed)
                .orElseThrow(() -> new Rejected(
                        ListGrammar.INVALID,
                        "\"" + Quoted.of(typed) + "\" is to be written column=value; columns of " + description.name()
                                + ": "
                                + String.join(
                                        ", ",
                                        description.columns().stream()
                                                .filter(Column::filter)
                                                .map(Column::name)
                                                .toList())));
        var value = typed.substring(typed.indexOf('=') + 1);
        var refers = column.type() == ValueType.REFERENCE && column.register() != null && !value.isBlank();
        return column.name() + ":eq:" + (refers ? registers.row(column.register(), value) : value);
    }

    private static Optional<Column> columnOf(Description description, String typed) {
        var end = typed.indexOf('=');
        return description.columns().stream()
                .filter(column -> end > 0 && column.name().equals(typed.substring(0, end)))
                .findFirst();
    }

    private static ListQuery query(Description description, List<String> conditions) {
        return ListGrammar.parse(description, Map.of("limit", List.of("2"), "filter", conditions));
    }

    /** As {@link OpenRegisters#names}. */
    static List<String> first(Register register, String letters) {
        var column = column(register.description());
        var filters = column.filter(each -> each.type() == ValueType.TEXT && each.named() == null && !letters.isBlank())
                .map(each -> List.of(new Filter(each.name(), Operator.CONTAINS, letters)))
                .orElse(List.of());
        var sort = column.filter(Column::sort)
                .map(each -> (each.name().equals("number") ? "-" : "") + each.name())
                .map(List::of)
                .orElse(List.of());
        return register.list(new ListQuery(OFFERED, null, sort, filters)).items().stream()
                .map(row -> column.map(each -> row.get(each.name()))
                        .filter(value -> value.toString().matches("[\\w./-]+"))
                        .orElse(row.get("id")))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
    }
}
