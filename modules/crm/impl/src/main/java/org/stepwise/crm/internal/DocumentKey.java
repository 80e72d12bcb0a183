package org.stepwise.crm.internal;

import java.io.Serializable;
import java.util.Objects;
import org.stepwise.data.Id;

/** The primary key of a document: JPA wants a class with a constructor without arguments, so no record. */
public final class DocumentKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private long company;
    private long id;

    public DocumentKey() {}

    public DocumentKey(Id company, Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKey key && key.company == company && key.id == id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, id);
    }
}
