package org.stepwise.crm.internal.invoice;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.masterdata.MasterData;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Invoices and credit notes as a list; they come from orders and returns, so nobody types them. */
@Component(service = {Register.class, InvoiceRegister.class})
public final class InvoiceRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
                    "crm.invoice_overview",
                    Column.text("number").sorted(),
                    Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE"),
                    Column.reference("order", "order_id", "crm.orders").origin(),
                    Column.reference("credited", "credited", "crm.invoices").origin(),
                    Column.reference("customer", "customer", "masterdata.parties"),
                    Column.named("customerName", "customer", MasterData.PARTY_NAME),
                    Column.choice("status", "status", "OPEN", "PAID"),
                    Column.day("issuedOn").sorted(),
                    Column.day("dueOn"),
                    Column.text("currency"),
                    Column.amount("net"),
                    Column.amount("tax"),
                    Column.amount("total"),
                    Column.amount("paid"),
                    Column.choice("rounding", "rounding", "LINE", "DOCUMENT"))
            .over(Base.of("crm.invoice", "id"));
    private static final List<Column> LINES = List.of(
            Column.number("line"),
            Column.choice("kind", "kind", "GOODS", "SERVICE", "FREIGHT"),
            Column.reference("product", "product", "masterdata.products"),
            Column.quantity("quantity"),
            Column.quantity("price"),
            Column.quantity("discount"),
            Column.amount("net"),
            Column.quantity("taxPercent"),
            Column.amount("tax"));
    private static final Map<String, List<String>> INVOICE = Map.of("kind", List.of("INVOICE"));
    private static final Map<String, List<String>> OPEN_INVOICE =
            Map.of("kind", List.of("INVOICE"), "status", List.of("OPEN"));

    @Activate
    public InvoiceRegister(@Reference InvoiceService invoices, @Reference Reader reader) {
        super(Sheet.of("crm.invoices", CrmPermissions.INVOICE_READ)
                .list(reader, LIST)
                .lines(LINES)
                .find(InvoiceView.class, invoices::find, InvoiceView::version)
                .verb("pay", CrmPermissions.PAYMENT, OPEN_INVOICE, NewPayment.class, invoices::paid)
                .verb("credit", CrmPermissions.CREDIT, INVOICE, NewCredit.class, invoices::credit));
    }
}
