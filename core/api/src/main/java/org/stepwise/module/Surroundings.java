package org.stepwise.module;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Caller;

/** What the platform tells the verbs of every module: who calls, which days are possible, what has been taken in. */
@ProviderType
public interface Surroundings {
    Caller caller();

    /** An id for something new. */
    Id next();

    /** Rows of any register, for who names one. */
    NamedRows rows();

    /** As {@link org.stepwise.log.guard.BusinessDates#of}. */
    LocalDate day(String field, LocalDate given);

    /** As {@link org.stepwise.log.guard.BusinessDates#wanted}. */
    LocalDate wanted(String field, LocalDate given);

    /** As {@link org.stepwise.log.guard.BusinessDates#ofSetting}. */
    LocalDate ofSetting(LocalDate validFrom);

    /** Waits a moment until the module has taken in what was recorded here so far; false when it has not. */
    boolean settle(String module);

    /** As {@link #settle}, after a verb; not inside a transaction of somebody else, where nothing can follow yet. */
    void follow(String module);

    /** As {@link org.stepwise.log.ComingNumbers#await}. */
    void numbered(String module, Id document);

    /** As {@link org.stepwise.log.ComingNumbers#issue}. */
    <T> T issue(String module, Id document, Supplier<T> verb, BiFunction<T, String, T> numbered);
}
