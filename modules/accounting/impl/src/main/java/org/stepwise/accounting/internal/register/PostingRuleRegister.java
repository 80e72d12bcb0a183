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
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/**
 * The posting rules: which account a purpose is posted to from which day on. Purposes come and go with the bundles that
 * declare them, and are what may be chosen.
 */
@Component(service = Register.class)
public final class PostingRuleRegister implements Register {
    private static final String CHANGE = "accounting.chart.change";
    private static final String PURPOSE = "purpose";
    private static final String DIMENSION = "dimension";

    private final ChartService chart;
    private final Reader reader;
    private final Purposes purposes;
    private volatile Rules rules = new Rules(null, List.of());

    /** By the purposes there are. */
    private record Rules(Register register, List<String> names) {}

    @Activate
    public PostingRuleRegister(@Reference ChartService chart, @Reference Reader reader, @Reference Purposes purposes) {
        this.chart = chart;
        this.reader = reader;
        this.purposes = purposes;
    }

    private Register rules() {
        var names = purposes.all().stream().map(Purpose::name).toList();
        var now = rules;
        if (!names.equals(now.names())) {
            now = new Rules(new Listed(chart, reader, names.toArray(String[]::new)), names);
            rules = now;
        }
        return now.register();
    }

    private static final class Listed extends CommandRegister {
        Listed(ChartService chart, Reader reader, String... purposes) {
            super(Sheet.of("accounting.posting-rules", "accounting.ledger.read")
                    .dated(
                            reader,
                            list(purposes),
                            new Dated("accounting.posting_rule", PURPOSE, PURPOSE, List.of(DIMENSION)))
                    .unknown("accounting.posting-rule.unknown")
                    .create(CHANGE, NewPostingRule.class, chart::post)
                    .withdrawRow(
                            CHANGE,
                            (row, from) -> chart.withdraw(Sheet.text(row, PURPOSE), Sheet.text(row, DIMENSION), from)));
        }

        private static TableList list(String... purposes) {
            return new TableList(
                    "accounting.posting_rule",
                    "id",
                    List.of(
                            Column.choice(PURPOSE, PURPOSE, purposes).sorted(),
                            Column.of(DIMENSION, ValueType.TEXT, DIMENSION),
                            Column.of("account", ValueType.TEXT, "account"),
                            Column.of("validFrom", ValueType.DATE, "valid_from")));
        }
    }

    @Override
    public Description description() {
        var described = rules().description();
        var fields = described.fields().stream().map(this::chosen).toList();
        return new Description(
                described.module(),
                described.plural(),
                described.read(),
                described.columns(),
                fields,
                described.lines(),
                described.create(),
                described.change(),
                described.verbs());
    }

    /** Text to the record that takes it, and chosen of what there is. */
    private Field chosen(Field field) {
        return field.name().equals(PURPOSE)
                ? Field.choice(PURPOSE, rules.names().toArray(String[]::new))
                        .must()
                        .onCreate()
                : field;
    }

    @Override
    public List<Class<?>> moreTexts() {
        return purposes.classes();
    }

    @Override
    public Page list(ListQuery query) {
        return rules().list(query);
    }

    @Override
    public Found find(Id id) {
        return rules().find(id);
    }

    @Override
    public Id create(Form form) {
        return rules().create(form);
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        rules().act(id, verb, version, form);
    }
}
