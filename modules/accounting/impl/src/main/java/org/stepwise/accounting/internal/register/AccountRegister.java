package org.stepwise.accounting.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.AccountType;
import org.stepwise.accounting.ChartService.NewAccount;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** The chart of accounts. */
@Component(service = Register.class)
public final class AccountRegister extends CommandRegister {
    private static final TableList ACCOUNTS = TableList.of(
            "accounting.account",
            Column.text("code").sorted(),
            Column.text("name").byLanguage(),
            Column.choice("type", "type", AccountType.class),
            Column.flag("control"));

    @Activate
    public AccountRegister(@Reference ChartService chart, @Reference Reader reader) {
        super(Sheet.of("accounting.accounts", "accounting.ledger.read")
                .list(reader, ACCOUNTS)
                .unknown("accounting.account.unknown")
                .create("accounting.chart.change", NewAccount.class, chart::open));
    }
}
