package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.input.Bounds;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Payments of customers. */
@Component
public final class PaymentRegister implements Register {
    private static final TableList PAYMENTS = new TableList(
            "accounting.payment",
            "id",
            List.of(
                    Column.of("on", ValueType.DATE, "received_on").sorted(),
                    Column.reference("party", "party", "masterdata.parties"),
                    Column.reference("invoice", "invoice", "crm.invoices"),
                    Column.of("amount", ValueType.AMOUNT, "amount").shown(),
                    Column.of("currency", ValueType.TEXT, "currency").shown(),
                    Column.of("reference", ValueType.TEXT, "reference")));

    private final LedgerService ledger;
    private final Reading reading;

    @Activate
    public PaymentRegister(@Reference LedgerService ledger, @Reference Reading reading) {
        this.ledger = ledger;
        this.reading = reading;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting",
                "payments",
                "accounting.ledger.read",
                PAYMENTS.columns(),
                List.of(
                        Field.reference("party", "masterdata.parties").must().onCreate(),
                        Field.reference("invoice", "crm.invoices").onCreate(),
                        Field.of("amount", ValueType.AMOUNT).must().onCreate(),
                        Field.of("on", ValueType.DATE).onCreate(),
                        Field.of("reference", ValueType.TEXT)
                                .atMost(Bounds.REFERENCE)
                                .onCreate()),
                null,
                "accounting.payment.receive",
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return reading.page(PAYMENTS, query, "on");
    }

    @Override
    public Found find(Id id) {
        return new Found(reading.row(PAYMENTS, id, "accounting.payment.unknown"), 0);
    }

    @Override
    public Id create(Form form) {
        return ledger.receivePayment(
                form.id("party"), form.id("invoice"), form.decimal("amount"), form.text("reference"), form.day("on"));
    }
}
