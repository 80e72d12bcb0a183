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
     * Posts a purpose, such as {@code REVENUE}, to an account from a day on; refuses a day not after the newest journal
     * with {@code accounting.posting-rule.behind}, because what is posted is never edited.
     */
    Id post(String purpose, String account, LocalDate validFrom);
}
