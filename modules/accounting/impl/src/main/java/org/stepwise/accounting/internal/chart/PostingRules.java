package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.posting.Dimension;
import org.stepwise.accounting.posting.Purpose;

/** The posting rules of one company: purpose, dimension and business date to account. */
public final class PostingRules {
    private final Map<Of, TreeMap<LocalDate, String>> accounts;

    /** What a rule is of; without a dimension it is of whatever has no rule of its own. */
    public record Of(String purpose, String dimension) {}

    public PostingRules(Map<Of, TreeMap<LocalDate, String>> accounts) {
        this.accounts = accounts;
    }

    /** The account of a purpose on a day: that of the first dimension with a rule then, else of the purpose. */
    public String account(Purpose purpose, List<Dimension> dimensions, LocalDate on) {
        for (var dimension : dimensions) {
            var special = find(new Of(purpose.name(), dimension.text()), on);
            if (special != null) {
                return special;
            }
        }
        var account = find(new Of(purpose.name(), null), on);
        if (account == null) {
            throw new IllegalStateException("no account is set for " + purpose.name() + " on " + on
                    + "; set one with a posting rule valid from then, and retry the parked event");
        }
        return account;
    }

    private String find(Of of, LocalDate on) {
        var dated = accounts.get(of);
        var rule = dated == null ? null : dated.floorEntry(on);
        return rule == null ? null : rule.getValue();
    }

    /** Whether there is an account on a day for what a rule is of: its own, or that of the purpose. */
    public boolean has(Of of, LocalDate on) {
        return find(of, on) != null || find(new Of(of.purpose(), null), on) != null;
    }

    /** Whether such a rule begins on the day. */
    public boolean begins(Of of, LocalDate on) {
        return accounts.containsKey(of) && accounts.get(of).containsKey(on);
    }

    /** Whether the purpose has any account. */
    public boolean knows(String purpose) {
        return accounts.keySet().stream().anyMatch(of -> of.purpose().equals(purpose));
    }
}
