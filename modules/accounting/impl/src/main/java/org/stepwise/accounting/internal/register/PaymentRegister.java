package org.stepwise.accounting.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Payments of customers. */
@Component(service = Register.class)
public final class PaymentRegister extends CommandRegister {
    private static final TableList PAYMENTS = TableList.of(
            "accounting.payment",
            Column.day("on", "received_on").sorted(),
            Column.reference("party", "party", "masterdata.parties"),
            Column.reference("invoice", "invoice", "crm.invoices").origin(),
            Column.amount("amount").shown(),
            Column.text("currency").shown(),
            Column.text("reference"));

    @Activate
    public PaymentRegister(@Reference LedgerService ledger, @Reference Reader reader) {
        super(Sheet.of("accounting.payments", "accounting.ledger.read")
                .list(reader, PAYMENTS, "on")
                .unknown("accounting.payment.unknown")
                .create("accounting.payment.receive", NewPayment.class, ledger::receivePayment));
    }
}
