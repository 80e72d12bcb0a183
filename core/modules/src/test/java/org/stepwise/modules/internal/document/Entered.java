package org.stepwise.modules.internal.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.web.Form;

/** A form as somebody has filled it in. */
record Entered(Map<String, Object> values, List<Form> rows) implements Form {

    @Override
    public boolean has(String field) {
        return values.containsKey(field) || field.equals("lines") && !rows.isEmpty();
    }

    @Override
    public String text(String field) {
        return (String) values.get(field);
    }

    @Override
    public BigDecimal decimal(String field) {
        return values.get(field) == null ? null : new BigDecimal(text(field));
    }

    @Override
    public LocalDate day(String field) {
        return values.get(field) == null ? null : LocalDate.parse(text(field));
    }

    @Override
    public Boolean flag(String field) {
        return (Boolean) values.get(field);
    }

    @Override
    public Id id(String field) {
        return (Id) values.get(field);
    }

    @Override
    public List<Form> lines(String field) {
        return rows;
    }
}
