package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.Purpose;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** The posting rules: which account a purpose is posted to from which day on. */
@Component(service = Register.class)
public final class PostingRuleRegister extends CommandRegister {
    private static final String CHANGE = "accounting.chart.change";
    private static final TableList RULES = new TableList(
            "accounting.posting_rule",
            "id",
            List.of(
                    Column.choice("purpose", "purpose", Purpose.class).sorted(),
                    Column.of("account", ValueType.TEXT, "account"),
                    Column.of("validFrom", ValueType.DATE, "valid_from")));

    @Activate
    public PostingRuleRegister(@Reference ChartService chart, @Reference Reader reader) {
        super(Sheet.of("accounting.posting-rules", "accounting.ledger.read")
                .dated(reader, RULES, new Dated("accounting.posting_rule", "purpose", "purpose"))
                .unknown("accounting.posting-rule.unknown")
                .create(CHANGE, NewPostingRule.class, chart::post)
                .withdraw(CHANGE, (purpose, from) -> chart.withdraw(Purpose.valueOf(purpose), from)));
    }
}
