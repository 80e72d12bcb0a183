package org.stepwise.accounting.internal.register;

import java.util.List;
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
import org.stepwise.web.ValueType;

/** The chart of accounts. */
@Component(service = Register.class)
public final class AccountRegister extends CommandRegister {
    private static final TableList ACCOUNTS = new TableList(
            "accounting.account",
            "id",
            List.of(
                    Column.of("code", ValueType.TEXT, "code").sorted(),
                    Column.of("name", ValueType.TEXT, "name").byLanguage(),
                    Column.choice("type", "type", AccountType.class),
                    Column.of("control", ValueType.FLAG, "control")));

    @Activate
    public AccountRegister(@Reference ChartService chart, @Reference Reader reader) {
        super(Sheet.of("accounting.accounts", "accounting.ledger.read")
                .list(reader, ACCOUNTS)
                .unknown("accounting.account.unknown")
                .create("accounting.chart.change", NewAccount.class, chart::open));
    }
}
