package org.stepwise.warehouse.internal.document;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of a line of a document or an order. */
public final class LineKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private long company;
    private long parent;
    private int line;

    public LineKey() {}

    LineKey(org.stepwise.data.Id company, org.stepwise.data.Id parent, int line) {
        this.company = company.value();
        this.parent = parent.value();
        this.line = line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && key.company == company && key.parent == parent && key.line == line;
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, parent, line);
    }
}
