package org.stepwise.crm.internal.delivery;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
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

/** Deliveries as sales knows them; goods come back by hand here while the warehouse is off. */
@Component
public final class DeliveryRegister implements Register {
    private static final List<Column> COLUMNS = List.of(
            Column.reference("order", "order_id", "crm.orders"),
            Column.reference("customer", "customer", "masterdata.parties"),
            Column.of("deliveredOn", ValueType.DATE, "delivered_on").sorted(),
            Column.reference("invoice", "invoice", "crm.invoices"));
    private static final TableList LIST = new TableList("crm.delivery", "id", COLUMNS);
    private static final Description.Lines LINES = new Description.Lines(
            "lines",
            List.of(
                    Column.of("orderLine", ValueType.NUMBER, "order_line"),
                    Column.reference("product", "product", "masterdata.products"),
                    Column.of("quantity", ValueType.QUANTITY, "quantity"),
                    Column.of("returned", ValueType.QUANTITY, "returned")),
            List.of());
    private static final Description DESCRIPTION = new Description(
            "crm",
            "deliveries",
            CrmPermissions.ORDER_READ,
            COLUMNS,
            List.of(),
            LINES,
            null,
            null,
            List.of(new Description.Verb(
                    "take-back",
                    CrmPermissions.TAKE_BACK,
                    Map.of(),
                    List.of(
                            Field.of("line", ValueType.NUMBER),
                            Field.of("quantity", ValueType.QUANTITY),
                            Field.of("reason", ValueType.TEXT).atMost(Bounds.REASON),
                            Field.of("on", ValueType.DATE)))));

    private final OrderService orders;
    private final DeliveryRows deliveries;
    private final SalesVerbs sales;
    private final Lists lists;

    @Activate
    public DeliveryRegister(
            @Reference OrderService orders,
            @Reference DeliveryRows deliveries,
            @Reference SalesVerbs sales,
            @Reference Lists lists) {
        this.orders = orders;
        this.deliveries = deliveries;
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
        return sales.read(DESCRIPTION.read(), () -> {
            var details = deliveries.get(sales.company(), id).details();
            return new Found(details, details.version());
        });
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("take-back")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
        orders.takeBack(id, quantities(form), form.text("reason"), form.day("on"));
    }

    /** Everything the customer still has, unless one line of the order is named. */
    private static List<LineQuantity> quantities(Form form) {
        var line = form.decimal("line");
        if (line == null && form.decimal("quantity") == null) {
            return List.of();
        }
        return List.of(new LineQuantity(Wanted.INPUT.line("line", line), form.decimal("quantity")));
    }
}
