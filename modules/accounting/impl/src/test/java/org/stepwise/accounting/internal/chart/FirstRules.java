package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.event.PostingRuleSet;

/** The posting rules that a company starts with. */
public final class FirstRules {
    private FirstRules() {}

    public static PostingRules rules() {
        var accounts = new EnumMap<Purpose, TreeMap<LocalDate, String>>(Purpose.class);
        for (var setting : DefaultChart.settings(Map.of())) {
            if (setting instanceof PostingRuleSet rule) {
                accounts.computeIfAbsent(Purpose.valueOf(rule.purpose()), any -> new TreeMap<>())
                        .put(rule.validFrom(), rule.account());
            }
        }
        return new PostingRules(accounts);
    }
}
