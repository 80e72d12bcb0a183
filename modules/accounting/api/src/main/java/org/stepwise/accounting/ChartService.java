package org.stepwise.accounting;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;

/** The accounts of a company, and the dated rules that say what is posted where. */
@ProviderType
public interface ChartService {
    /** Opens an account; refuses a code that is taken. */
    default Id open(NewAccount account) {
        return open(account, false);
    }

    /** As {@link #open(NewAccount)}; a control account takes no journal by hand: only documents post to it. */
    Id open(NewAccount account, boolean control);

    /**
     * Posts a purpose, such as {@code REVENUE}, to an account from a day on, or replaces the rule of that day. Refuses
     * with {@code accounting.posting-rule.behind} once the log has the end of that day or a later one, or a fact of
     * that day or later that is posted by the purpose, whether it is posted yet or not: what is posted is never edited.
     * Refuses a purpose that nothing declares ({@code accounting.posting-rule.purpose}).
     */
    Id post(NewPostingRule rule);

    /**
     * Withdraws the rule that begins on a day; refuses as {@link #post} does, and where none begins then.
     *
     * @param dimension null for the rule that holds whatever the dimension
     */
    void withdraw(String purpose, String dimension, LocalDate validFrom);

    /** What an account is of. */
    enum AccountType {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE
    }

    /** An account of the chart. */
    record NewAccount(@Must @Max(20) String code, @Must @Max(Bounds.NAME) String name, @Must AccountType type) {}

    /**
     * The account that a purpose is posted to from a day on.
     *
     * @param purpose such as {@code REVENUE}
     * @param dimension what of it alone, such as {@code tax-code:STANDARD}; null: all that no rule of its own is for
     */
    record NewPostingRule(
            @Must @Max(60) @Capitals String purpose,
            @Must @Max(20) String account,
            @Must LocalDate validFrom,
            @Max(120) String dimension) {
        /** Whatever the dimension. */
        public NewPostingRule(String purpose, String account, LocalDate validFrom) {
            this(purpose, account, validFrom, null);
        }
    }
}
