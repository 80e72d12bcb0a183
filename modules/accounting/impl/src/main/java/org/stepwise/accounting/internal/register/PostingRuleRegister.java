package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** The posting rules: which account a purpose is posted to from which day on. */
@Component(service = Register.class)
public final class PostingRuleRegister extends CommandRegister {
    private static final String CHANGE = "accounting.chart.change";
    private static final String PURPOSE = "purpose";
    private static final String DIMENSION = "dimension";
    private static final TableList RULES = TableList.of(
            "accounting.posting_rule",
            Column.choice(PURPOSE, PURPOSE).sorted(),
            Column.text(DIMENSION),
            Column.text("account"),
            Column.day("validFrom"));

    @Activate
    public PostingRuleRegister(@Reference ChartService chart, @Reference Reader reader, @Reference Purposes purposes) {
        super(Sheet.of("accounting.posting-rules", "accounting.ledger.read")
                .dated(reader, RULES, new Dated("accounting.posting_rule", PURPOSE, PURPOSE, List.of(DIMENSION)))
                .choices(PURPOSE, purposes::names)
                .spokenBy(purposes::classes)
                .unknown("accounting.posting-rule.unknown")
                .create(CHANGE, NewPostingRule.class, chart::post)
                .withdrawRow(
                        CHANGE,
                        (row, from) -> chart.withdraw(Sheet.text(row, PURPOSE), Sheet.text(row, DIMENSION), from)));
    }
}
