package org.stepwise.accounting.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.accounting.internal.Wanted;
import org.stepwise.data.Id;

/** A payment of a customer. */
@Service
@Command(scope = "accounting", name = "payment-receive", description = "Records a payment of a customer")
public final class PaymentReceiveCommand extends LedgerCommand {
    @Argument(index = 0, name = "party", required = true, description = "id of the customer")
    String party;

    @Argument(index = 1, name = "amount", required = true, description = "such as 99.50")
    String amount;

    @Option(name = "--invoice", description = "id of the invoice it pays; without it: the oldest open items")
    String invoice;

    @Option(name = "--on", description = "business date; without it: today")
    String on;

    @Option(name = "--reference", description = "the bank's text")
    String reference;

    @Override
    protected void run() {
        var payment = ledger.receivePayment(new NewPayment(
                Id.parse(party),
                invoice == null ? null : Id.parse(invoice),
                Wanted.INPUT.typed("amount", amount),
                day(on),
                reference));
        out().println(payment);
    }
}
