package org.stepwise.masterdata;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.field.Must;

/** Sets by which rules the company's documents are made. */
@ProviderType
public interface CompanyRules {

    /**
     * Sets how documents are rounded from a day on, or replaces what was set for that day; refuses with
     * {@code masterdata.rounding.behind} once the log has the end of that day or a later one, or an order of that day
     * or later. Orders that are there keep the method that they carry.
     */
    Id setRounding(NewRounding rounding);

    /** Withdraws what was set for a day; refuses as {@link #setRounding} does, and where nothing begins then. */
    void withdrawRounding(LocalDate validFrom);

    /** How documents are rounded from a day on (null: today). */
    record NewRounding(@Must Rounding method, LocalDate validFrom) {}
}
