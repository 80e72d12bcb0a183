package org.stepwise.crm.internal.invoice;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.error.NotFound;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.MasterData;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Description.Verb;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Invoices and credit notes as a list; they come from orders and returns, so nobody types them. */
@Component(service = {Register.class, InvoiceRegister.class})
public final class InvoiceRegister implements Register {
    private static final List<Column> COLUMNS = List.of(
            Column.of("number", ValueType.TEXT, "number").sorted(),
            Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE"),
            Column.reference("order", "order_id", "crm.orders"),
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
            Column.choice("rounding", "rounding", "LINE", "DOCUMENT"));
    private static final TableList LIST =
            new TableList("crm.invoice_overview", "id", COLUMNS).over(Base.of("crm.invoice", "id"));
    private static final Description.Lines LINES = new Description.Lines(
            "lines",
            List.of(
                    Column.of("line", ValueType.NUMBER, "line"),
                    Column.choice("kind", "kind", "GOODS", "SERVICE", "FREIGHT"),
                    Column.reference("product", "product", "masterdata.products"),
                    Column.of("quantity", ValueType.QUANTITY, "quantity"),
                    Column.of("price", ValueType.QUANTITY, "price"),
                    Column.of("discount", ValueType.QUANTITY, "discount"),
                    Column.of("net", ValueType.AMOUNT, "net"),
                    Column.of("taxPercent", ValueType.QUANTITY, "tax_percent"),
                    Column.of("tax", ValueType.AMOUNT, "tax")),
            List.of());
    private static final Description DESCRIPTION = new Description(
            "crm",
            "invoices",
            CrmPermissions.INVOICE_READ,
            COLUMNS,
            List.of(),
            LINES,
            null,
            null,
            List.of(
                    new Verb(
                            "pay",
                            CrmPermissions.PAYMENT,
                            Map.of("kind", List.of("INVOICE"), "status", List.of("OPEN")),
                            List.of(Field.of("amount", ValueType.AMOUNT), Field.of("on", ValueType.DATE))),
                    new Verb(
                            "credit",
                            CrmPermissions.CREDIT,
                            Map.of("kind", List.of("INVOICE")),
                            List.of(
                                    Field.reference("returned", "crm.returns"),
                                    Field.of("reason", ValueType.TEXT).atMost(Bounds.REASON),
                                    Field.of("on", ValueType.DATE)))));

    private final InvoiceService invoices;
    private final SalesVerbs sales;
    private final Lists lists;

    @Activate
    public InvoiceRegister(@Reference InvoiceService invoices, @Reference SalesVerbs sales, @Reference Lists lists) {
        this.invoices = invoices;
        this.sales = sales;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return sales.read(DESCRIPTION.read(), () -> lists.page(LIST, sales.company(), query));
    }

    @Override
    public Found find(Id id) {
        var invoice = invoices.find(id);
        return new Found(invoice, invoice.version());
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        switch (verb) {
            case "pay" -> invoices.paid(id, form.decimal("amount"), form.day("on"));
            case "credit" -> invoices.credit(id, form.id("returned"), form.text("reason"), form.day("on"));
            default -> throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
    }
}
