package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.internal.money.Charged;
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;

/** An invoice or credit note. What is settled of it depends on the order of payments and is not written here. */
@Entity
@Table(schema = "crm", name = "invoice")
@IdClass(RowKey.class)
public class Invoice {
    @javax.persistence.Id
    private long company;

    @javax.persistence.Id
    private long id;

    /** Written when it is given, by a statement of its own: it comes while others work on the invoice. */
    @Column(updatable = false)
    private String number;

    private String kind;

    @Column(name = "order_id")
    private long salesOrder;

    private long customer;

    /** Of a credit note: the invoice it corrects. */
    private Long credited;

    @Column(name = "issued_on")
    @Convert(converter = DayConverter.class)
    private LocalDate issuedOn;

    @Column(name = "due_on")
    @Convert(converter = DayConverter.class)
    private LocalDate dueOn;

    private String currency;
    private String rounding;
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal total;
    private BigDecimal received = Amounts.ZERO;

    @Column(name = "given_back")
    private BigDecimal givenBack = Amounts.ZERO;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<InvoiceLineRow> lines = new ArrayList<>();

    @Version
    private long version;

    protected Invoice() {}

    Invoice(Id company, InvoiceIssued fact, String number) {
        this(company, fact.invoice(), number);
        kind = "INVOICE";
        salesOrder = fact.order().value();
        customer = fact.customer().value();
        issuedOn = fact.issuedOn();
        dueOn = fact.dueOn();
        currency = fact.currency();
        rounding = fact.rounding();
        charge(fact.net(), fact.tax(), fact.total(), fact.lines());
    }

    Invoice(Id company, CreditNoteIssued fact, String number) {
        this(company, fact.creditNote(), number);
        kind = "CREDIT_NOTE";
        salesOrder = fact.order().value();
        customer = fact.customer().value();
        credited = fact.invoice().value();
        issuedOn = fact.issuedOn();
        dueOn = fact.issuedOn();
        currency = fact.currency();
        rounding = fact.rounding();
        charge(fact.net(), fact.tax(), fact.total(), fact.lines());
    }

    private Invoice(Id company, Id id, String number) {
        this.company = company.value();
        this.id = id.value();
        this.number = number;
    }

    private void charge(BigDecimal netSum, BigDecimal taxSum, BigDecimal totalSum, List<InvoiceLine> content) {
        net = Amounts.document(netSum);
        tax = Amounts.document(taxSum);
        total = Amounts.document(totalSum);
        content.forEach(line -> lines.add(new InvoiceLineRow(this, company, id, line)));
    }

    /** The customer paid by hand; {@code settledOpen} is what is open as far as payments are allocated. */
    PaymentReceived pay(Id payment, BigDecimal amount, BigDecimal settledOpen) {
        requireInvoice("paid");
        var open = total.subtract(received).subtract(givenBack).min(settledOpen);
        if (open.signum() <= 0) {
            throw new Conflict("crm.payment.nothing-open", "invoice " + name() + " is settled already");
        }
        var paid = amount == null ? open : amount;
        if (paid.signum() <= 0 || !Amounts.isPayable(paid, currency)) {
            throw new Rejected(
                    "crm.payment.amount",
                    "a payment is positive and has at most " + Amounts.digits(currency) + " decimals in " + currency
                            + ", unlike " + Amounts.plain(paid));
        }
        if (paid.compareTo(open) > 0) {
            throw new Rejected(
                    "crm.payment.too-much",
                    "invoice " + name() + " has " + Amounts.plain(open) + " open, less than " + Amounts.plain(paid));
        }
        return new PaymentReceived(
                payment, new Id(customer), new Id(id), Amounts.payable(paid, currency), currency, null);
    }

    /**
     * Credits what came back, at the prices, taxes and rates of this invoice (law 15): of each line what is left of it,
     * so that everything credited is what was charged.
     *
     * @param earlier what was credited of this invoice before
     */
    CreditNoteIssued credit(Id creditNote, Kept<GoodsReturn> back, Charged earlier, String reason, LocalDate on) {
        requireInvoice("credited");
        if (on.isBefore(issuedOn)) {
            throw new Rejected(
                    "crm.credit.before-invoice",
                    "invoice " + name() + " is of " + issuedOn + " and cannot be credited on " + on + "; choose "
                            + issuedOn + " or a later day",
                    Map.of("on", "before " + issuedOn));
        }
        List<InvoiceLine> given = new ArrayList<>();
        back.now().lines().forEach(moved -> given.add(creditLine(given.size() + 1, moved, earlier)));
        var netSum = Billing.net(given);
        var taxSum = Billing.tax(given);
        var all = Amounts.payable(earlier.total().add(netSum).add(taxSum), currency);
        return new CreditNoteIssued(
                creditNote,
                new Id(id),
                new Id(salesOrder),
                new Id(customer),
                back.id(),
                on,
                currency,
                given,
                netSum,
                taxSum,
                Amounts.payable(all.subtract(givenBack), currency),
                reason,
                rounding);
    }

    private InvoiceLine creditLine(int number, GoodsReturn.Line moved, Charged earlier) {
        var charged = lines.stream()
                .map(InvoiceLineRow::content)
                .filter(line -> line.orderLine() == moved.orderLine())
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "crm.credit.not-charged",
                        "invoice " + name() + " charges nothing of order line " + moved.orderLine()));
        var reckoning = Reckoning.of(rounding, currency);
        var before = earlier.of(charged.orderLine());
        var soFar = before.quantity().add(moved.quantity());
        return new InvoiceLine(
                number,
                charged.kind(),
                charged.product(),
                charged.orderLine(),
                moved.quantity(),
                charged.price(),
                charged.discount(),
                reckoning.part(charged.net(), charged.quantity(), soFar, before.net()),
                charged.taxCode(),
                charged.taxPercent(),
                reckoning.part(charged.tax(), charged.quantity(), soFar, before.tax()));
    }

    void apply(PaymentReceived fact) {
        received = Amounts.document(received.add(fact.amount()));
    }

    void creditedBy(CreditNoteIssued fact) {
        givenBack = Amounts.document(givenBack.add(fact.total()));
    }

    void requireInvoice(String what) {
        if (!kind.equals("INVOICE")) {
            throw new Rejected("crm.invoice.is-credit-note", name() + " is a credit note and cannot be " + what);
        }
    }

    private String name() {
        return number == null ? new Id(id).toString() : number;
    }

    Id id() {
        return new Id(id);
    }

    Id order() {
        return new Id(salesOrder);
    }

    boolean hasCredits() {
        return givenBack.signum() != 0;
    }

    Id customer() {
        return new Id(customer);
    }

    BigDecimal total() {
        return total;
    }

    /** Nothing of a new invoice is paid, and nothing of a new credit note used. */
    InvoiceView viewAsIssued(String customerName) {
        return view(new Settled(number, customerName, Amounts.ZERO, total.signum() > 0 ? "OPEN" : "PAID"));
    }

    InvoiceView view(Settled settled) {
        return new InvoiceView(
                new Id(id),
                settled.number(),
                kind,
                new Id(salesOrder),
                new Id(customer),
                settled.customerName(),
                settled.status(),
                issuedOn,
                dueOn,
                currency,
                net,
                tax,
                total,
                settled.paid(),
                rounding,
                version,
                lines.stream().map(InvoiceLineRow::content).toList());
    }

    /** What follows from payments, and the number and the customer's name as they are now. */
    record Settled(String number, String customerName, BigDecimal paid, String status) {}
}
