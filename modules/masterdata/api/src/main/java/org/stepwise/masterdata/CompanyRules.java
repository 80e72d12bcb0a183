package org.stepwise.masterdata;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** Sets by which rules the company's documents are made. */
@ProviderType
public interface CompanyRules {

    /**
     * Sets how documents are rounded from a day on (null: today); refuses a day before the newest with
     * {@code masterdata.rounding.behind}. Orders that are there keep the method that they carry.
     */
    void setRounding(Rounding method, LocalDate validFrom);
}
