package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** The chart of accounts. */
@Component
public final class AccountRegister implements Register {
    private static final String[] TYPES = {"ASSET", "LIABILITY", "EQUITY", "INCOME", "EXPENSE"};
    private static final TableList ACCOUNTS = new TableList(
            "accounting.account",
            "id",
            List.of(
                    Column.of("code", ValueType.TEXT, "code").sorted(),
                    Column.of("name", ValueType.TEXT, "name").byLanguage(),
                    Column.choice("type", "type", TYPES),
                    Column.of("control", ValueType.FLAG, "control")));

    private final ChartService chart;
    private final Reading reading;

    @Activate
    public AccountRegister(@Reference ChartService chart, @Reference Reading reading) {
        this.chart = chart;
        this.reading = reading;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting",
                "accounts",
                "accounting.ledger.read",
                ACCOUNTS.columns(),
                List.of(
                        Field.of("code", ValueType.TEXT).must().atMost(20).onCreate(),
                        Field.of("name", ValueType.TEXT).must().onCreate(),
                        Field.choice("type", TYPES).must().onCreate()),
                null,
                "accounting.chart.change",
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return reading.page(ACCOUNTS, query);
    }

    @Override
    public Found find(Id id) {
        return new Found(reading.row(ACCOUNTS, id, "accounting.account.unknown"), 0);
    }

    @Override
    public Id create(Form form) {
        return chart.open(new AccountOpened(form.text("code"), form.text("name"), form.text("type"), false));
    }
}
