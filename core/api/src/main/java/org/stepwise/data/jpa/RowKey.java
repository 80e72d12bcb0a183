package org.stepwise.data.jpa;

import java.io.Serializable;
import java.util.Objects;
import org.stepwise.data.Id;

/**
 * The primary key of a row of a company, {@code @IdClass} of entities with a {@code company} and an {@code id}: JPA
 * wants a class with a constructor without arguments, so no record.
 */
public final class RowKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private long company;
    private long id;

    public RowKey() {}

    public RowKey(Id company, Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key && key.company == company && key.id == id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, id);
    }
}
