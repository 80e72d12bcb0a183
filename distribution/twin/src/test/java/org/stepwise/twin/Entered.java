package org.stepwise.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.web.Form;

/** A form with a few texts in it. */
record Entered(Map<String, String> values) implements Form {
    @Override
    public boolean has(String field) {
        return values.containsKey(field);
    }

    @Override
    public String text(String field) {
        return values.get(field);
    }

    @Override
    public BigDecimal decimal(String field) {
        return has(field) ? new BigDecimal(text(field)) : null;
    }

    @Override
    public LocalDate day(String field) {
        return null;
    }

    @Override
    public Boolean flag(String field) {
        return null;
    }

    @Override
    public Id id(String field) {
        return null;
    }

    @Override
    public List<Form> lines(String field) {
        return List.of();
    }
}
