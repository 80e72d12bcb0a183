package org.stepwise.log;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Ends the days and months of the calling company in its log. */
@ProviderType
public interface Days {

    /**
     * Appends {@code DayEnded} and {@code PeriodEnded} for every day before this one that has none yet, from the day
     * of the company's first fact. Imports of history call it as they go from day to day.
     */
    void endBefore(LocalDate day);

    /** The last day ended, or null. */
    LocalDate lastEnded();

    /** While history is imported, the clock ends no days of the calling company by itself. */
    <T> T importing(Supplier<T> work);
}
