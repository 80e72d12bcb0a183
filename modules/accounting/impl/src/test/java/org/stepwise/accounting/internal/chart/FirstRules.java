package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.posting.LedgerPurpose;

/** The posting rules that a company starts with. */
public final class FirstRules {
    private FirstRules() {}

    public static PostingRules rules() {
        var accounts = new HashMap<PostingRules.Of, TreeMap<LocalDate, String>>();
        for (var setting : DefaultChart.settings(List.of(LedgerPurpose.values()), Map.of())) {
            if (setting instanceof PostingRuleSet rule) {
                accounts.computeIfAbsent(new PostingRules.Of(rule.purpose(), rule.dimension()), any -> new TreeMap<>())
                        .put(rule.validFrom(), rule.account());
            }
        }
        return new PostingRules(accounts);
    }
}
