package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.posting.Purpose;
import org.stepwise.log.event.Setting;
import org.stepwise.module.Modules;

/** The small chart a company starts with, and the rules that post to it, valid from the beginning of any books. */
public final class DefaultChart {
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

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
    public static List<Modules.Setting> asked(List<Purpose> purposes) {
        var codes = ACCOUNTS.stream().map(AccountOpened::code).toList();
        return purposes.stream()
                .map(purpose -> new Modules.Setting(
                        purpose.name(), "Account for " + purpose.title(), codes, false, purpose.account()))
                .toList();
    }

    /** The accounts, and a rule for every purpose. */
    public static List<Setting> settings(List<Purpose> purposes, Map<String, String> given) {
        var settings = new ArrayList<Setting>(ACCOUNTS);
        purposes.forEach(purpose -> settings.add(
                new PostingRuleSet(purpose.name(), given.getOrDefault(purpose.name(), purpose.account()), ALWAYS)));
        return settings;
    }

    private static AccountOpened account(String code, String name, String type, boolean control) {
        return new AccountOpened(code, name, type, control);
    }
}
