package org.stepwise.crm.internal.order;

import java.util.List;
import java.util.Map;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.data.TableList;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.MasterData;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Description.Verb;
import org.stepwise.web.Field;
import org.stepwise.web.ValueType;

/** What the list and form of orders look like. */
final class OrderDescription {
    private static final String PARTIES = "masterdata.parties";
    private static final String PRODUCTS = "masterdata.products";

    private static final List<Column> COLUMNS = List.of(
            Column.of("number", ValueType.TEXT, "number").sorted(),
            Column.of("reference", ValueType.TEXT, "reference"),
            Column.reference("customer", "customer", PARTIES),
            Column.named("customerName", "customer", MasterData.PARTY_NAME),
            Column.choice("status", "status", "DRAFT", "CONFIRMED", "DELIVERED", "INVOICED", "CANCELLED"),
            Column.of("orderedOn", ValueType.DATE, "ordered_on").sorted(),
            Column.of("requiredOn", ValueType.DATE, "required_on"),
            Column.of("currency", ValueType.TEXT, "currency"),
            Column.of("net", ValueType.AMOUNT, "net"),
            Column.of("freight", ValueType.AMOUNT, "freight"),
            Column.of("tax", ValueType.AMOUNT, "tax"),
            Column.of("total", ValueType.AMOUNT, "total"),
            Column.choice("rounding", "rounding", "LINE", "DOCUMENT"),
            Column.of("cancelled", ValueType.FLAG, "cancelled"));

    private static final List<Field> FIELDS = List.of(
            Field.reference("customer", PARTIES).must(),
            Field.of("reference", ValueType.TEXT).atMost(Bounds.REFERENCE),
            Field.reference("salesperson", PARTIES),
            Field.of("orderedOn", ValueType.DATE),
            Field.of("requiredOn", ValueType.DATE),
            Field.of("freight", ValueType.AMOUNT),
            Field.of("hold", ValueType.FLAG).onCreate(),
            Field.of("confirm", ValueType.FLAG).onCreate());

    private static final Description.Lines LINES = new Description.Lines(
            "lines",
            List.of(
                    Column.of("line", ValueType.NUMBER, "line"),
                    Column.reference("product", "product", PRODUCTS),
                    Column.of("productCode", ValueType.TEXT, "product"),
                    Column.of("productName", ValueType.TEXT, "product"),
                    Column.of("quantity", ValueType.QUANTITY, "quantity"),
                    Column.of("unit", ValueType.TEXT, "unit"),
                    Column.of("price", ValueType.QUANTITY, "price"),
                    Column.of("discount", ValueType.QUANTITY, "discount"),
                    Column.of("net", ValueType.AMOUNT, "net"),
                    Column.of("tax", ValueType.AMOUNT, "tax"),
                    Column.of("delivered", ValueType.QUANTITY, "delivered"),
                    Column.of("returned", ValueType.QUANTITY, "returned"),
                    Column.of("invoiced", ValueType.QUANTITY, "invoiced"),
                    Column.of("givenUp", ValueType.QUANTITY, "quantity")),
            List.of(
                    Field.reference("product", PRODUCTS).must(),
                    Field.of("quantity", ValueType.QUANTITY).must(),
                    Field.of("price", ValueType.QUANTITY),
                    Field.of("discount", ValueType.QUANTITY)));

    private static final Field ON = Field.of("on", ValueType.DATE);

    private static final List<Verb> VERBS = List.of(
            new Verb("hold", CrmPermissions.ORDER_HOLD, status("DRAFT"), List.of()),
            new Verb("confirm", CrmPermissions.ORDER_CONFIRM, status("DRAFT"), List.of(ON)),
            new Verb(
                    "deliver",
                    CrmPermissions.DELIVER,
                    status("CONFIRMED", "DELIVERED", "INVOICED"),
                    List.of(ON, Field.of("line", ValueType.NUMBER), Field.of("quantity", ValueType.QUANTITY))),
            new Verb("invoice", CrmPermissions.INVOICE_ISSUE, status("CONFIRMED", "DELIVERED"), List.of(ON)),
            new Verb(
                    "cancel",
                    CrmPermissions.ORDER_CANCEL,
                    status("DRAFT", "CONFIRMED"),
                    List.of(Field.of("reason", ValueType.TEXT).atMost(Bounds.REASON), ON)));

    static final TableList LIST = new TableList("crm.sales_order", "id", COLUMNS);

    static final Description DESCRIPTION = new Description(
            "crm",
            "orders",
            CrmPermissions.ORDER_READ,
            COLUMNS,
            FIELDS,
            LINES,
            CrmPermissions.ORDER_DRAFT,
            CrmPermissions.ORDER_DRAFT,
            VERBS);

    private OrderDescription() {}

    private static Map<String, List<String>> status(String... values) {
        return Map.of("status", List.of(values));
    }
}
