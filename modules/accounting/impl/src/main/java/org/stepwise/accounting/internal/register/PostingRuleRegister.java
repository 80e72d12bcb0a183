package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.accounting.posting.Purpose;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Register;

/**
 * The posting rules: which account a purpose is posted to from which day on. Purposes come and go with the bundles that
 * declare them, and are what may be chosen.
 */
@Component(service = Register.class)
public final class PostingRuleRegister extends OpenChoices {
    private static final String CHANGE = "accounting.chart.change";
    private static final String PURPOSE = "purpose";
    private static final String DIMENSION = "dimension";
    private static final Dated DATED = new Dated("accounting.posting_rule", PURPOSE, PURPOSE, List.of(DIMENSION));

    @Activate
    public PostingRuleRegister(@Reference ChartService chart, @Reference Reader reader, @Reference Purposes purposes) {
        super(
                purposes,
                () -> purposes.all().stream().map(Purpose::name).toList(),
                names -> new Rules(chart, reader, names.toArray(String[]::new)));
    }

    private static final class Rules extends CommandRegister {
        Rules(ChartService chart, Reader reader, String... purposes) {
            super(Sheet.of("accounting.posting-rules", "accounting.ledger.read")
                    .dated(reader, list(purposes), DATED)
                    .unknown("accounting.posting-rule.unknown")
                    .create(CHANGE, NewPostingRule.class, chart::post)
                    .withdrawRow(
                            CHANGE,
                            (row, from) -> chart.withdraw(Sheet.text(row, PURPOSE), Sheet.text(row, DIMENSION), from)));
        }

        private static TableList list(String... purposes) {
            return TableList.of(
                    "accounting.posting_rule",
                    Column.choice(PURPOSE, PURPOSE, purposes).sorted(),
                    Column.text(DIMENSION),
                    Column.text("account"),
                    Column.day("validFrom"));
        }
    }

    /** Text to the record that takes it, and chosen of what there is. */
    @Override
    public Description description() {
        var described = super.description();
        var choices = described.columns().get(0).choices();
        return new Description(
                described.module(),
                described.plural(),
                described.read(),
                described.columns(),
                described.fields().stream()
                        .map(field -> field.name().equals(PURPOSE) ? chosen(choices) : field)
                        .toList(),
                described.lines(),
                described.create(),
                described.change(),
                described.verbs());
    }

    private static Field chosen(List<String> choices) {
        return Field.choice(PURPOSE, choices.toArray(String[]::new)).must().onCreate();
    }
}
