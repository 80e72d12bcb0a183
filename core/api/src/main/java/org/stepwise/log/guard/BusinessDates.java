package org.stepwise.log.guard;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which days the facts of the calling company may have: from its first day to today, in its zone. The log asks it of
 * every fact, whichever door it comes by; verbs ask it for what is no fact yet, such as a draft.
 */
@ProviderType
public interface BusinessDates {
    /**
     * Records facts of days to come, at most a year ahead. Nobody has it by having everything ({@code *}): a day to
     * come is a slip far more often than it is meant, an administrator's too.
     */
    String FUTURE = "erp.date.future";

    /** Records facts of days more than a year ago, as an import of history does. */
    String PAST = "erp.date.past";

    /** The day of the company's first fact, its founding; today as long as it has none. */
    LocalDate first();

    /**
     * The business date of a fact: the day given, or today. Refuses a day before the company's first with {@code
     * erp.day.before-company}, a day to come with {@code erp.day.future}, and one of long ago with {@code
     * erp.day.long-ago}, where the right to it is missing.
     *
     * @param field where it was given, such as {@code on}
     */
    LocalDate of(String field, LocalDate given);

    /** A day by which something is wanted, or null: at most ten years ahead; refuses as {@link #of} does. */
    LocalDate wanted(String field, LocalDate given);

    /** The business date of a setting: of its own day where that is past, as in an import of history, else of today. */
    LocalDate ofSetting(LocalDate validFrom);
}
