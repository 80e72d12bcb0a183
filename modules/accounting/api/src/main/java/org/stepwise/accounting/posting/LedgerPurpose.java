package org.stepwise.accounting.posting;

/** The purposes of trade, which the events of several modules share. Any other is declared beside its events. */
@DeclaresPurposes
public enum LedgerPurpose implements Purpose {
    BANK("bank", "1000"),
    RECEIVABLE("receivables", "1200"),
    INVENTORY("inventory", "1400"),
    SHIPPED_NOT_INVOICED("goods shipped, not invoiced", "1450"),
    RECEIVED_NOT_INVOICED("goods received, not invoiced", "2100"),
    TAX("tax", "2200"),
    OPENING("opening balances", "3900"),
    REVENUE("revenue", "4000"),
    FREIGHT("freight charged", "4100"),
    COST_OF_GOODS_SOLD("cost of goods sold", "5000"),
    ROUNDING("rounding differences", "6900");

    private final String title;
    private final String account;

    LedgerPurpose(String title, String account) {
        this.title = title;
        this.account = account;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String account() {
        return account;
    }
}
