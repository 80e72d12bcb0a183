package org.stepwise.crm.internal;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of a line: the document's and the number of the line in it. */
public final class LineKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private long company;
    private long document;
    private int line;

    public LineKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && key.company == company && key.document == document && key.line == line;
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, document, line);
    }
}
