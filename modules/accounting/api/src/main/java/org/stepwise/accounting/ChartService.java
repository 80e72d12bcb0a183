package org.stepwise.accounting;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.data.Id;

/** The accounts of a company, and the dated rules that say what is posted where. */
@ProviderType
public interface ChartService {
    /** Opens an account; refuses a code that is taken and a type that does not exist. */
    Id open(AccountOpened account);

    /**
     * Posts a purpose, such as {@code REVENUE}, to an account from a day on, or replaces the rule of that day. Refuses
     * with {@code accounting.posting-rule.behind} once the log has the end of that day or a later one, or a fact of
     * that day or later that is posted by the purpose, whether it is posted yet or not: what is posted is never edited.
     */
    Id post(String purpose, String account, LocalDate validFrom);

    /** Withdraws the rule that begins on a day; refuses as {@link #post} does, and where none begins then. */
    void withdraw(String purpose, LocalDate validFrom);
}
