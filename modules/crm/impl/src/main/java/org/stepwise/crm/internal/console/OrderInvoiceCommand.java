package org.stepwise.crm.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.crm.InvoiceService;
import org.stepwise.data.Amounts;

/** Charges what is delivered. */
@Service
@Command(scope = "crm", name = "order-invoice", description = "Invoices what of an order is delivered")
public final class OrderInvoiceCommand extends OrderCommand {
    @Reference
    InvoiceService invoices;

    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        var invoice = invoices.issue(id(), day(on));
        out().printf(
                        "%s  %s %s, due %s%n",
                        invoice.number() == null ? invoice.id() : invoice.number(),
                        Amounts.shown(invoice.total(), invoice.currency()),
                        invoice.currency(),
                        invoice.dueOn());
    }
}
