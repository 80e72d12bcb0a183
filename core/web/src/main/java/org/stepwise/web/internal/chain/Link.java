package org.stepwise.web.internal.chain;

import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.web.Column;

/** A column by which rows of a list say where their documents came from, or led to. */
record Link(String list, Column column) {
    /** The row's own id, as lists have it. */
    static final String ID = "id";

    boolean is(Column.Link kind) {
        return column.link() == kind;
    }

    /** Whether it may name documents of the list. */
    boolean mayName(String register) {
        return column.register() == null || column.register().equals(register);
    }

    /** What the row names. */
    Optional<Id> named(Map<String, Object> row) {
        return Optional.ofNullable(row.get(column.name())).map(id -> Id.parse(id.toString()));
    }
}
