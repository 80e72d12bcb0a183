package org.stepwise.web.internal.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ValueType;

/** What the fields of events are, and refer to, as far as lists and forms describe fields of the same name. */
final class References {
    private final Description description;
    private final List<Description> open;

    References(Description description, List<Description> open) {
        this.description = description;
        this.open = open;
    }

    /** Whether it is the row's own list. */
    boolean isOf(String register) {
        return description.name().equals(register);
    }

    /** As the row's own list describes it. */
    Optional<Column> column(String name) {
        return columns(description).filter(each -> each.name().equals(name)).findFirst();
    }

    /** As the lines of the row describe it. */
    Optional<Column> ofLines(String name) {
        return lines(description).filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * The list that an id of this name refers to: as the row's own list or form has it, one of the module whose event
     * it is, or any other; several by what they are called, as {@code deliveries}.
     */
    Optional<String> register(String module, String name) {
        var ofModule =
                open.stream().filter(each -> each.module().equals(module)).toList();
        return Stream.of(List.of(description), ofModule, open)
                .flatMap(List::stream)
                .flatMap(each -> Stream.concat(
                        columns(each)
                                .filter(column -> column.name().equals(name))
                                .map(Column::register),
                        fields(each).filter(field -> field.name().equals(name)).map(Field::register)))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> ofModule.stream()
                        .filter(each -> each.plural().equals(name))
                        .map(Description::name)
                        .findFirst());
    }

    private static Stream<Column> columns(Description of) {
        return Stream.concat(of.columns().stream(), lines(of));
    }

    private static Stream<Column> lines(Description of) {
        return of.lines() == null ? Stream.empty() : of.lines().columns().stream();
    }

    private static Stream<Field> fields(Description of) {
        return of.fields().stream().filter(field -> field.type() == ValueType.REFERENCE);
    }
}
