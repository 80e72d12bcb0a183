package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.log.event.Setting;

/** The small chart a company starts with, and the rules that post to it, valid from the beginning of any books. */
public final class DefaultChart {
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private DefaultChart() {}

    public static List<Setting> settings() {
        return List.of(
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
                account("6900", "Rounding differences", "EXPENSE", false),
                rule(Purpose.BANK, "1000"),
                rule(Purpose.RECEIVABLE, "1200"),
                rule(Purpose.INVENTORY, "1400"),
                rule(Purpose.SHIPPED_NOT_INVOICED, "1450"),
                rule(Purpose.RECEIVED_NOT_INVOICED, "2100"),
                rule(Purpose.TAX, "2200"),
                rule(Purpose.OPENING, "3900"),
                rule(Purpose.REVENUE, "4000"),
                rule(Purpose.FREIGHT, "4100"),
                rule(Purpose.COST_OF_GOODS_SOLD, "5000"),
                rule(Purpose.ROUNDING, "6900"));
    }

    private static AccountOpened account(String code, String name, String type, boolean control) {
        return new AccountOpened(code, name, type, control);
    }

    private static PostingRuleSet rule(Purpose purpose, String account) {
        return new PostingRuleSet(purpose.name(), account, ALWAYS);
    }
}
