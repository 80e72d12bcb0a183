package org.stepwise.accounting.internal;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.period.PeriodLock;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.DocumentNumbered;

/** Settings, payments, the period lock that guards verbs, and the numbers that lists show. */
@Component(service = Projection.class)
public final class Documents implements Projection {
    private final Transactions transactions;
    private final Sql sql;
    private final Chart chart;
    private final PeriodLock periods;

    @Activate
    public Documents(
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference Chart chart,
            @Reference PeriodLock periods) {
        this.transactions = transactions;
        this.sql = sql;
        this.chart = chart;
        this.periods = periods;
    }

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public String name() {
        return "accounting.documents";
    }

    @Override
    public void define(Handlers on) {
        on.apply(AccountOpened.class, fact -> List.of(fact.code()), fact -> chart.apply(fact.company(), fact.event()))
                .apply(
                        PostingRuleSet.class,
                        fact -> List.of(fact.purpose()),
                        fact -> chart.apply(fact.company(), fact.event()))
                .apply(
                        PostingRuleWithdrawn.class,
                        fact -> List.of(fact.purpose()),
                        fact -> chart.apply(fact.company(), fact.event()))
                .apply(PeriodClosed.class, fact -> List.of("periods"), this::closed)
                .apply(PeriodReopened.class, fact -> List.of("periods"), this::reopened)
                .apply(PaymentReceived.class, fact -> List.of(fact.payment()), this::paid)
                .apply(DocumentNumbered.class, fact -> List.of(fact.document()), this::numbered);
    }

    private void closed(Recorded<PeriodClosed> recorded) {
        lock(recorded.company(), recorded.event().last());
    }

    private void reopened(Recorded<PeriodReopened> recorded) {
        lock(recorded.company(), recorded.event().first().minusDays(1));
    }

    private void lock(Id company, LocalDate through) {
        var update = "UPDATE accounting.period_lock SET closed_through = ? WHERE company = ?";
        if (sql.write(update, through, company) == 0) {
            sql.write("INSERT INTO accounting.period_lock (closed_through, company) VALUES (?, ?)", through, company);
        }
        periods.changed(company);
    }

    private void paid(Recorded<PaymentReceived> recorded) {
        var fact = recorded.event();
        sql.write(
                "INSERT INTO accounting.payment (company, id, party, invoice, received_on, amount, currency, reference)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.company(),
                fact.payment(),
                fact.party(),
                fact.invoice(),
                recorded.on(),
                fact.amount(),
                fact.currency(),
                fact.reference());
    }

    private void numbered(Recorded<DocumentNumbered> recorded) {
        var company = recorded.company();
        var fact = recorded.event();
        transactions
                .pending(new NumbersOf(company), () -> new Rows<>(sql, numbers(company)))
                .put(fact.document(), fact.number());
    }

    private record NumbersOf(Id company) {}

    private static Rows.Table<Id, String> numbers(Id company) {
        return new Rows.Table<>(
                "accounting.document_number",
                List.of("company", "document"),
                document -> List.of(company, document),
                List.of("number"),
                number -> List.of(number));
    }
}
