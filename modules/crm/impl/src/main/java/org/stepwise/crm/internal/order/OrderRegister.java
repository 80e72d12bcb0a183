package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.TableList;
import org.stepwise.input.OnDay;
import org.stepwise.input.Reasoned;
import org.stepwise.input.field.Quantity;
import org.stepwise.masterdata.MasterData;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Orders as a list and form, with everything one does with them. */
@Component(service = Register.class)
public final class OrderRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
            "crm.sales_order",
            "id",
            List.of(
                    Column.of("number", ValueType.TEXT, "number").sorted(),
                    Column.of("reference", ValueType.TEXT, "reference"),
                    Column.reference("customer", "customer", "masterdata.parties"),
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
                    Column.of("cancelled", ValueType.FLAG, "cancelled")));
    private static final List<Column> LINES = List.of(
            Column.of("line", ValueType.NUMBER, "line"),
            Column.reference("product", "product", "masterdata.products"),
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
            Column.of("givenUp", ValueType.QUANTITY, "quantity"));

    /** Everything that is open, unless one line is named. */
    record Left(LocalDate on, Integer line, @Quantity BigDecimal quantity) {
        HandDelivery goods() {
            return new HandDelivery(Wanted.line(line, quantity), on);
        }
    }

    @Activate
    public OrderRegister(@Reference OrderService orders, @Reference InvoiceService invoices, @Reference Reader reader) {
        super(Sheet.of("crm.orders", CrmPermissions.ORDER_READ)
                .list(reader, LIST)
                .lines(LINES)
                .find(OrderView.class, orders::find, OrderView::version)
                .create(
                        CrmPermissions.ORDER_DRAFT,
                        NewOrder.class,
                        order -> order.confirm() ? orders.place(order).id() : orders.draft(order))
                .change(CrmPermissions.ORDER_DRAFT, NewOrder.class, orders::wanted, orders::change)
                .verb("hold", CrmPermissions.ORDER_HOLD, Sheet.status("DRAFT"), orders::hold)
                .verb(
                        "confirm",
                        CrmPermissions.ORDER_CONFIRM,
                        Sheet.status("DRAFT"),
                        OnDay.class,
                        (order, version, day) -> orders.confirm(order, version, day.on()))
                .verb(
                        "deliver",
                        CrmPermissions.DELIVER,
                        Sheet.status("CONFIRMED", "DELIVERED", "INVOICED"),
                        Left.class,
                        (order, version, left) -> orders.deliver(order, version, left.goods()))
                .verb(
                        "invoice",
                        CrmPermissions.INVOICE_ISSUE,
                        Sheet.status("CONFIRMED", "DELIVERED"),
                        OnDay.class,
                        (order, day) -> invoices.issue(order, day.on()))
                .verb(
                        "cancel",
                        CrmPermissions.ORDER_CANCEL,
                        Sheet.status("DRAFT", "CONFIRMED"),
                        Reasoned.class,
                        orders::cancel));
    }
}
