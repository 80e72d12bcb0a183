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

    /**
     * Imports history: until it has ended well, the clock ends no days of the calling company by itself. One that
     * failed or was killed holds the clock, after a restart too, until it is repeated under the same name and ends.
     */
    <T> T importing(String name, Supplier<T> work);
}
