package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.accounting.internal.chart.Purpose;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.warehouse.event.StockValued;

/**
 * Posts what happened to the ledger, by the posting rules of the business date.
 *
 * <p>Goods that left are an asset, goods shipped not invoiced, until the invoice moves them to cost of goods sold. The
 * cost is a consequence and may come before or after the invoice: whichever is second writes the same journal.
 */
@Component(service = Reaction.class)
public final class Posting implements Reaction {
    private final Books books;
    private final Chart chart;

    @Activate
    public Posting(@Reference Books books, @Reference Chart chart) {
        this.books = books;
        this.chart = chart;
    }

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public String name() {
        return "accounting.posting";
    }

    @Override
    public void define(Handlers on) {
        on.react(InvoiceIssued.class, Posting::keys, this::invoice)
                .react(CreditNoteIssued.class, Posting::keys, this::creditNote)
                .react(StockValued.class, fact -> List.of(fact.document()), this::valued)
                .react(PaymentReceived.class, fact -> List.of(fact.payment()), this::payment)
                .react(JournalEntered.class, fact -> List.of(fact.journal()), this::entered)
                .react(PeriodClosed.class, fact -> List.of("periods"), this::closed)
                .react(PeriodReopened.class, fact -> List.of("periods"), this::reopened);
    }

    private static Collection<?> keys(InvoiceIssued fact) {
        var keys = new ArrayList<Id>(fact.deliveries());
        keys.add(fact.invoice());
        return keys;
    }

    private static Collection<?> keys(CreditNoteIssued fact) {
        return fact.returned() == null ? List.of(fact.creditNote()) : List.of(fact.creditNote(), fact.returned());
    }

    private void invoice(Entry<InvoiceIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var journal = new JournalDraft("INVOICE", fact.invoice(), entry.on(), entry.cause()).party(fact.customer());
        books.post(entry.company(), fact.invoice().value(), charge(entry.company(), journal, fact, BigDecimal.ONE));
        var charging = new ChargeOfMovement.Invoiced(
                entry.company().value(), fact.invoice().value(), fact.customer().value(), entry.on(), entry.cause());
        fact.deliveries().forEach(delivery -> charged(charging, delivery));
    }

    private void creditNote(Entry<CreditNoteIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var journal = new JournalDraft("CREDIT_NOTE", fact.creditNote(), entry.on(), entry.cause())
                .party(fact.customer())
                .related(fact.invoice())
                .text(fact.reason());
        var like = new InvoiceIssued(
                fact.creditNote(),
                fact.order(),
                fact.customer(),
                List.of(),
                fact.issuedOn(),
                fact.issuedOn(),
                fact.currency(),
                fact.lines(),
                fact.net(),
                fact.tax(),
                fact.total());
        books.post(
                entry.company(),
                fact.creditNote().value(),
                charge(entry.company(), journal, like, BigDecimal.ONE.negate()));
        if (fact.returned() != null) {
            var charging = new ChargeOfMovement.Invoiced(
                    entry.company().value(),
                    fact.creditNote().value(),
                    fact.customer().value(),
                    entry.on(),
                    entry.cause());
            charged(charging, fact.returned());
        }
    }

    /** Receivable against revenue, freight and tax, each rounded to the minor unit; what is left over is rounding. */
    private JournalDraft charge(Id company, JournalDraft journal, InvoiceIssued fact, BigDecimal sign) {
        var rules = chart.rules(company);
        var on = journal.valueDate;
        var freight = Amounts.payable(net(fact.lines(), true), fact.currency());
        var revenue = Amounts.payable(net(fact.lines(), false), fact.currency());
        var tax = Amounts.payable(fact.tax(), fact.currency());
        journal.debit(rules.account(Purpose.RECEIVABLE, on), fact.total().multiply(sign))
                .credit(rules.account(Purpose.REVENUE, on), revenue.multiply(sign))
                .credit(rules.account(Purpose.FREIGHT, on), freight.multiply(sign))
                .credit(rules.account(Purpose.TAX, on), tax.multiply(sign));
        return journal.credit(rules.account(Purpose.ROUNDING, on), journal.residue());
    }

    private static BigDecimal net(List<InvoiceLine> lines, boolean freight) {
        return lines.stream()
                .filter(line -> line.kind().equals("FREIGHT") == freight)
                .map(InvoiceLine::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void charged(ChargeOfMovement.Invoiced charging, Id movement) {
        var charge = new ChargeOfMovement(charging, movement.value());
        books.rows().persist(charge);
        var cost = books.rows().find(CostOfMovement.class, movement.value());
        if (cost != null) {
            costOfGoodsSold(cost, charge);
        }
    }

    private void valued(Entry<StockValued> entry, Conclusions conclude) {
        var fact = entry.event();
        var rules = chart.rules(entry.company());
        var amount = fact.journalled();
        var correction = fact.kind().equals("CORRECTION");
        var journal = new JournalDraft(fact.kind(), fact.document(), entry.on(), entry.cause())
                .debit(rules.account(Purpose.INVENTORY, entry.on()), amount)
                .credit(rules.account(against(fact.kind()), entry.on()), amount);
        books.post(
                entry.company(),
                correction
                        ? JournalIds.correction(fact.document().value())
                        : fact.document().value(),
                journal);
        if (fact.kind().equals("DELIVERY") || fact.kind().equals("RETURN")) {
            var cost =
                    new CostOfMovement(entry.company().value(), fact.document().value(), entry.on(), amount);
            books.rows().persist(cost);
            var charge =
                    books.rows().find(ChargeOfMovement.class, fact.document().value());
            if (charge != null) {
                costOfGoodsSold(cost, charge);
            }
        }
    }

    private static Purpose against(String kind) {
        return switch (kind) {
            case "OPENING" -> Purpose.OPENING;
            case "RECEIPT" -> Purpose.RECEIVED_NOT_INVOICED;
            case "DELIVERY", "RETURN" -> Purpose.SHIPPED_NOT_INVOICED;
            case "CORRECTION" -> Purpose.COST_OF_GOODS_SOLD;
            default -> throw new IllegalStateException("stock valued for an unknown reason: " + kind);
        };
    }

    private void costOfGoodsSold(CostOfMovement cost, ChargeOfMovement charge) {
        var company = new Id(cost.company);
        PostingRules rules = chart.rules(company);
        var journal = new JournalDraft("COST", new Id(charge.invoice), charge.chargedOn, charge.cause)
                .related(new Id(cost.document))
                .party(new Id(charge.party))
                .credit(rules.account(Purpose.COST_OF_GOODS_SOLD, charge.chargedOn), cost.amount)
                .debit(rules.account(Purpose.SHIPPED_NOT_INVOICED, cost.movedOn), cost.amount);
        books.post(company, JournalIds.cost(cost.document), journal);
    }

    private void payment(Entry<PaymentReceived> entry, Conclusions conclude) {
        var fact = entry.event();
        var rules = chart.rules(entry.company());
        var journal = new JournalDraft("PAYMENT", fact.payment(), entry.on(), entry.cause())
                .party(fact.party())
                .related(fact.invoice())
                .text(fact.reference())
                .debit(rules.account(Purpose.BANK, entry.on()), fact.amount())
                .credit(rules.account(Purpose.RECEIVABLE, entry.on()), fact.amount());
        books.post(entry.company(), fact.payment().value(), journal);
    }

    private void entered(Entry<JournalEntered> entry, Conclusions conclude) {
        var fact = entry.event();
        var journal = new JournalDraft("ENTRY", fact.journal(), entry.on(), entry.cause())
                .related(fact.reverses())
                .text(fact.text());
        fact.lines().forEach(line -> journal.line(line.account(), line.amount(), line.text()));
        books.post(entry.company(), fact.journal().value(), journal);
    }

    private void closed(Entry<PeriodClosed> entry, Conclusions conclude) {
        books.close(entry.company(), entry.event().last());
    }

    private void reopened(Entry<PeriodReopened> entry, Conclusions conclude) {
        books.closeThrough(entry.company(), entry.event().first().minusDays(1));
    }
}
