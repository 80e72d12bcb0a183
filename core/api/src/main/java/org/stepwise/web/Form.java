package org.stepwise.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * What was entered, already checked against the description: unknown names, missing required fields, wrong types and
 * texts too long were refused with {@code erp.form.invalid} and the fields at fault. An absent field is null.
 */
@ProviderType
public interface Form {
    boolean has(String field);

    String text(String field);

    BigDecimal decimal(String field);

    LocalDate day(String field);

    Boolean flag(String field);

    Id id(String field);

    /** The lines entered; empty when there are none. */
    List<Form> lines(String field);

    /**
     * What could not be read of what was entered, by the path of the field, such as {@code lines[2].quantity}: there is
     * nothing in these fields. Verbs are given forms without any.
     */
    default Map<String, String> faults() {
        return Map.of();
    }
}
