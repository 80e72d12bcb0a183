package org.stepwise.accounting.internal.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.internal.chart.Purpose;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** The posting rules: which account a purpose is posted to from which day on. */
@Component
public final class PostingRuleRegister implements Register {
    private static final String[] PURPOSES =
            Stream.of(Purpose.values()).map(Purpose::name).toArray(String[]::new);
    private static final TableList RULES = new TableList(
            "accounting.posting_rule",
            "id",
            List.of(
                    Column.choice("purpose", "purpose", PURPOSES).sorted(),
                    Column.of("account", ValueType.TEXT, "account"),
                    Column.of("validFrom", ValueType.DATE, "valid_from")));

    private static final Dated DATED = new Dated("accounting.posting_rule", "purpose", "purpose");

    private final ChartService chart;
    private final Reading reading;

    @Activate
    public PostingRuleRegister(@Reference ChartService chart, @Reference Reading reading) {
        this.chart = chart;
        this.reading = reading;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting",
                "posting-rules",
                "accounting.ledger.read",
                Stream.concat(RULES.columns().stream(), Stream.of(Dated.STATE)).toList(),
                List.of(
                        Field.choice("purpose", PURPOSES).must().onCreate(),
                        Field.of("account", ValueType.TEXT).must().atMost(20).onCreate(),
                        Field.of("validFrom", ValueType.DATE).must().onCreate()),
                null,
                "accounting.chart.change",
                null,
                List.of(new Description.Verb("withdraw", "accounting.chart.change", Map.of(), List.of())));
    }

    @Override
    public Page list(ListQuery query) {
        return reading.dated(DATED, RULES, query);
    }

    @Override
    public Found find(Id id) {
        return new Found(reading.row(RULES, id, "accounting.posting-rule.unknown"), 0);
    }

    @Override
    public Id create(Form form) {
        return chart.post(form.text("purpose"), form.text("account"), form.day("validFrom"));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("withdraw")) {
            throw new NotFound("erp.register.no-verb", description().name() + " knows no \"" + verb + "\"");
        }
        var rule = reading.row(RULES, id, "accounting.posting-rule.unknown");
        chart.withdraw(
                rule.get("purpose").toString(),
                LocalDate.parse(rule.get("validFrom").toString()));
    }
}
