package org.stepwise.accounting.internal.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.console.CompanyCommand;

/** A command on the ledger. */
abstract class LedgerCommand extends CompanyCommand {
    @Reference
    LedgerService ledger;

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
