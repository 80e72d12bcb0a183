package org.stepwise.crm.internal.delivery;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Goods that came back, and the credit note for them. */
@Component
public final class ReturnRegister implements Register {
    private static final List<Column> COLUMNS = List.of(
            Column.reference("delivery", "delivery", "crm.deliveries"),
            Column.reference("order", "order_id", "crm.orders"),
            Column.reference("customer", "customer", "masterdata.parties"),
            Column.of("returnedOn", ValueType.DATE, "returned_on").sorted(),
            Column.of("reason", ValueType.TEXT, "reason"),
            Column.reference("creditNote", "credit_note", "crm.invoices"),
            Column.reference("invoice", "invoice", "crm.invoices"));
    private static final TableList LIST = new TableList("crm.goods_return", "id", COLUMNS);
    private static final Description DESCRIPTION = new Description(
            "crm",
            "returns",
            CrmPermissions.ORDER_READ,
            COLUMNS,
            List.of(),
            new Description.Lines(
                    "lines",
                    List.of(
                            Column.of("orderLine", ValueType.NUMBER, "order_line"),
                            Column.reference("product", "product", "masterdata.products"),
                            Column.of("quantity", ValueType.QUANTITY, "quantity")),
                    List.of()),
            null,
            null,
            List.of());

    private final DeliveryRows deliveries;
    private final SalesVerbs sales;
    private final Lists lists;

    @Activate
    public ReturnRegister(@Reference DeliveryRows deliveries, @Reference SalesVerbs sales, @Reference Lists lists) {
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
            var details = deliveries.getReturn(sales.company(), id).details();
            return new Found(details, details.version());
        });
    }
}
