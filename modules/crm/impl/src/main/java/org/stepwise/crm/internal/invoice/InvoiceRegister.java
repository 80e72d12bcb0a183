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
import org.stepwise.web.ValueType;

/** Invoices and credit notes as a list; they come from orders and returns, so nobody types them. */
@Component(service = {Register.class, InvoiceRegister.class})
public final class InvoiceRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
                    "crm.invoice_overview",
                    "id",
                    List.of(
                            Column.of("number", ValueType.TEXT, "number").sorted(),
                            Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE"),
                            Column.reference("order", "order_id", "crm.orders").origin(),
                            Column.reference("credited", "credited", "crm.invoices")
                                    .origin(),
                            Column.reference("customer", "customer", "masterdata.parties"),
                            Column.named("customerName", "customer", MasterData.PARTY_NAME),
                            Column.choice("status", "status", "OPEN", "PAID"),
                            Column.of("issuedOn", ValueType.DATE, "issued_on").sorted(),
                            Column.of("dueOn", ValueType.DATE, "due_on"),
                            Column.of("currency", ValueType.TEXT, "currency"),
                            Column.of("net", ValueType.AMOUNT, "net"),
                            Column.of("tax", ValueType.AMOUNT, "tax"),
                            Column.of("total", ValueType.AMOUNT, "total"),
                            Column.of("paid", ValueType.AMOUNT, "paid"),
                            Column.choice("rounding", "rounding", "LINE", "DOCUMENT")))
            .over(Base.of("crm.invoice", "id"));
    private static final List<Column> LINES = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            Column.choice("kind", "kind", "GOODS", "SERVICE", "FREIGHT"),
            Column.reference("product", "product", "masterdata.products"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"),
            Column.of("price", ValueType.QUANTITY, "price"),
            Column.of("discount", ValueType.QUANTITY, "discount"),
            Column.of("net", ValueType.AMOUNT, "net"),
            Column.of("taxPercent", ValueType.QUANTITY, "tax_percent"),
            Column.of("tax", ValueType.AMOUNT, "tax"));
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
