package org.stepwise.accounting.internal.console;

import java.math.BigDecimal;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.console.CompanyCommand;
import org.stepwise.data.Amounts;
import org.stepwise.masterdata.MasterData;

/** A command on the ledger. */
abstract class LedgerCommand extends CompanyCommand {
    @Reference
    LedgerService ledger;

    @Reference
    MasterData masterData;

    /** With the digits of the company's currency. */
    final Function<BigDecimal, String> money() {
        var currency = masterData.company().currency();
        return amount -> Amounts.shown(amount, currency);
    }
}
