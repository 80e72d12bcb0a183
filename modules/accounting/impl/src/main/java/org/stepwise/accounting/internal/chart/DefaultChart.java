package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.log.event.Setting;
import org.stepwise.module.Modules;

/** The small chart a company starts with, and the rules that post to it, valid from the beginning of any books. */
public final class DefaultChart {
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** What is posted where unless another account of this chart is given while enabling. */
    private static final Map<Purpose, String> RULES = rules();

    private static final List<AccountOpened> ACCOUNTS = List.of(
            account("1000", "Bank", "ASSET", false),
            account("1200", "Accounts receivable", "ASSET", true),
            account("1400", "Inventory", "ASSET", true),
            account("1450", "Goods shipped not invoiced", "ASSET", true),
            account("2000", "Accounts payable", "LIABILITY", true),
            account("2100", "Goods received not invoiced", "LIABILITY", true),
            account("2200", "Tax payable", "LIABILITY", false),
            account("3000", "Share capital", "EQUITY", false),
            account("3900", "Opening balances", "EQUITY", false),
            account("4000", "Sales revenue", "INCOME", false),
            account("4100", "Freight charged", "INCOME", false),
            account("5000", "Cost of goods sold", "EXPENSE", false),
            account("6000", "Operating expenses", "EXPENSE", false),
            account("6900", "Rounding differences", "EXPENSE", false));

    private DefaultChart() {}

    /** Asked for while enabling: which account each purpose is posted to. */
    public static List<Modules.Setting> asked() {
        var codes = ACCOUNTS.stream().map(AccountOpened::code).toList();
        return RULES.entrySet().stream()
                .map(rule -> new Modules.Setting(
                        rule.getKey().name(), "Account for " + rule.getKey().title(), codes, false, rule.getValue()))
                .toList();
    }

    /** The accounts, and a rule for every purpose. */
    public static List<Setting> settings(Map<String, String> given) {
        var settings = new ArrayList<Setting>(ACCOUNTS);
        RULES.forEach((purpose, account) ->
                settings.add(new PostingRuleSet(purpose.name(), given.getOrDefault(purpose.name(), account), ALWAYS)));
        return settings;
    }

    private static Map<Purpose, String> rules() {
        var rules = new EnumMap<Purpose, String>(Purpose.class);
        rules.put(Purpose.BANK, "1000");
        rules.put(Purpose.RECEIVABLE, "1200");
        rules.put(Purpose.INVENTORY, "1400");
        rules.put(Purpose.SHIPPED_NOT_INVOICED, "1450");
        rules.put(Purpose.RECEIVED_NOT_INVOICED, "2100");
        rules.put(Purpose.TAX, "2200");
        rules.put(Purpose.OPENING, "3900");
        rules.put(Purpose.REVENUE, "4000");
        rules.put(Purpose.FREIGHT, "4100");
        rules.put(Purpose.COST_OF_GOODS_SOLD, "5000");
        rules.put(Purpose.ROUNDING, "6900");
        return Collections.unmodifiableMap(rules);
    }

    private static AccountOpened account(String code, String name, String type, boolean control) {
        return new AccountOpened(code, name, type, control);
    }
}
