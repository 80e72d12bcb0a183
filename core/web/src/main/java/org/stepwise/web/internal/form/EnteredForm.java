package org.stepwise.web.internal.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.web.Form;

/** Values that were checked, by field; a field that was sent as null has the key and no value. */
record EnteredForm(Map<String, Object> values, Map<String, List<Form>> lines, Map<String, String> faults)
        implements Form {
    @Override
    public boolean has(String field) {
        return values.containsKey(field) || lines.containsKey(field);
    }

    @Override
    public String text(String field) {
        var value = values.get(field);
        return value == null ? null : value.toString();
    }

    @Override
    public BigDecimal decimal(String field) {
        return (BigDecimal) values.get(field);
    }

    @Override
    public LocalDate day(String field) {
        return (LocalDate) values.get(field);
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
        return lines.getOrDefault(field, List.of());
    }
}
