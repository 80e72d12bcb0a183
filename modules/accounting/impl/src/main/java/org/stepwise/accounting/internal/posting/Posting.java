package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
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
    private final Transactions transactions;
    private final Sql sql;
    private final Chart chart;

    @Activate
    public Posting(@Reference Transactions transactions, @Reference Sql sql, @Reference Chart chart) {
        this.transactions = transactions;
        this.sql = sql;
        this.chart = chart;
    }

    private Books books(Id company) {
        return transactions.pending(new Key(company), () -> new Books(sql, company, chart.rules(company)));
    }

    private record Key(Id company) {}

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
        keys.addAll(fact.leftOut());
        keys.add(fact.invoice());
        return keys;
    }

    private static Collection<?> keys(CreditNoteIssued fact) {
        return fact.returned() == null ? List.of(fact.creditNote()) : List.of(fact.creditNote(), fact.returned());
    }

    private void invoice(Entry<InvoiceIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var books = books(entry.company());
        var journal = new JournalDraft("INVOICE", fact.invoice(), entry.on(), entry.cause()).party(fact.customer());
        books.post(fact.invoice().value(), charge(books.rules(), journal, fact, BigDecimal.ONE));
        // What came back before is settled with its delivery: only the cost of what was kept is the cost of the sale.
        Stream.concat(fact.deliveries().stream(), fact.leftOut().stream())
                .map(movement -> new Sale.Charge(movement, fact.invoice(), fact.customer(), entry.on(), entry.cause()))
                .forEach(books.sales()::add);
    }

    private void creditNote(Entry<CreditNoteIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var books = books(entry.company());
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
                fact.total(),
                null,
                fact.rounding());
        books.post(fact.creditNote().value(), charge(books.rules(), journal, like, BigDecimal.ONE.negate()));
        if (fact.returned() != null) {
            var charge =
                    new Sale.Charge(fact.returned(), fact.creditNote(), fact.customer(), entry.on(), entry.cause());
            books.sales().add(charge);
        }
    }

    /**
     * Receivable against revenue, freight and tax, as the document shows them. Those of old show four decimals: each is
     * rounded, and what that leaves over is rounding.
     */
    static JournalDraft charge(PostingRules rules, JournalDraft journal, InvoiceIssued fact, BigDecimal sign) {
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

    private void valued(Entry<StockValued> entry, Conclusions conclude) {
        var fact = entry.event();
        var books = books(entry.company());
        var rules = books.rules();
        var amount = fact.journalled();
        var journal = new JournalDraft(fact.kind(), fact.document(), entry.on(), entry.cause())
                .debit(rules.account(Purpose.INVENTORY, entry.on()), amount)
                .credit(rules.account(against(fact.kind()), entry.on()), amount);
        var document = fact.document().value();
        books.post(fact.kind().equals("CORRECTION") ? JournalIds.correction(document) : document, journal);
        if (fact.kind().equals("DELIVERY") || fact.kind().equals("RETURN")) {
            books.sales().add(new Sale.Cost(fact.document(), entry.on(), amount));
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

    private void payment(Entry<PaymentReceived> entry, Conclusions conclude) {
        var fact = entry.event();
        var books = books(entry.company());
        var rules = books.rules();
        var journal = new JournalDraft("PAYMENT", fact.payment(), entry.on(), entry.cause())
                .party(fact.party())
                .related(fact.invoice())
                .text(fact.reference())
                .debit(rules.account(Purpose.BANK, entry.on()), fact.amount())
                .credit(rules.account(Purpose.RECEIVABLE, entry.on()), fact.amount());
        books.post(fact.payment().value(), journal);
    }

    private void entered(Entry<JournalEntered> entry, Conclusions conclude) {
        var fact = entry.event();
        var journal = new JournalDraft("ENTRY", fact.journal(), entry.on(), entry.cause())
                .related(fact.reverses())
                .text(fact.text());
        fact.lines().forEach(line -> journal.line(line.account(), line.amount(), line.text()));
        books(entry.company()).post(fact.journal().value(), journal);
    }

    private void closed(Entry<PeriodClosed> entry, Conclusions conclude) {
        books(entry.company()).close(entry.event().last());
    }

    private void reopened(Entry<PeriodReopened> entry, Conclusions conclude) {
        books(entry.company()).closeThrough(entry.event().first().minusDays(1));
    }
}
