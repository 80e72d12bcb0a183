package org.stepwise.twin.random;

import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.AccountType;
import org.stepwise.accounting.ChartService.NewAccount;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;

/** Journals by hand, periods, and the rules that say what is posted where. */
final class BookActs {
    private static final List<String> PURPOSES = List.of(
            "RECEIVABLE",
            "INVENTORY",
            "SHIPPED_NOT_INVOICED",
            "RECEIVED_NOT_INVOICED",
            "REVENUE",
            "COST_OF_GOODS_SOLD",
            "BANK",
            "TAX",
            "FREIGHT",
            "ROUNDING");

    private final Life life;
    private final LedgerService ledger;
    private final ChartService chart;
    private int opened;

    BookActs(Life life) {
        this.life = life;
        ledger = life.company().service(LedgerService.class);
        chart = life.company().service(ChartService.class);
    }

    void enter(Act act) {
        var lines = List.of(
                NewJournalLine.of("6000", act.amount(), "an expense"),
                NewJournalLine.of("1000", act.amount().negate(), "from the bank"));
        ledger.enter(new NewJournal(life.day(act), "by hand", lines));
    }

    void close(Act act) {
        ledger.close(life.day(act).with(TemporalAdjusters.lastDayOfMonth()));
    }

    void reopen(Act act) {
        ledger.reopen(life.day(act), "something was forgotten");
    }

    /** To an account of its own, so that what a purpose was posted to can be told apart in the end. */
    void setPostingRule(Act act) {
        var purpose = PURPOSES.get(act.which());
        var account = "9" + ++opened;
        chart.open(new NewAccount(account, purpose + " " + account, AccountType.ASSET), true);
        chart.post(new NewPostingRule(purpose, account, life.begins(act)));
    }

    /** As long as nothing used it. */
    void withdrawPostingRule(Act act) {
        chart.withdraw(PURPOSES.get(act.which()), null, life.begins(act));
    }
}
