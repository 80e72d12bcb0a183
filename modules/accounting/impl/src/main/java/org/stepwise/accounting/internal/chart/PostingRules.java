package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.Purpose;

/** The posting rules of one company: purpose and business date to account. */
public final class PostingRules {
    private final Map<Purpose, TreeMap<LocalDate, String>> accounts;

    public PostingRules(Map<Purpose, TreeMap<LocalDate, String>> accounts) {
        this.accounts = accounts;
    }

    /** The account of a purpose on a business date. */
    public String account(Purpose purpose, LocalDate on) {
        var dated = accounts.get(purpose);
        var rule = dated == null ? null : dated.floorEntry(on);
        if (rule == null) {
            throw new IllegalStateException("no account is set for " + purpose + " on " + on
                    + "; set one with a posting rule valid from then, and retry the parked event");
        }
        return rule.getValue();
    }

    /** Whether the purpose has an account on a day. */
    public boolean has(Purpose purpose, LocalDate on) {
        return accounts.containsKey(purpose) && accounts.get(purpose).floorEntry(on) != null;
    }

    /** Whether a rule of the purpose begins on the day. */
    public boolean begins(Purpose purpose, LocalDate on) {
        return accounts.containsKey(purpose) && accounts.get(purpose).containsKey(on);
    }

    /** Purposes without any account. */
    public List<Purpose> missing() {
        return List.of(Purpose.values()).stream()
                .filter(purpose -> !accounts.containsKey(purpose))
                .toList();
    }
}
