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

/** Orders as a list and form, with everything one does with them. */
@Component(service = Register.class)
public final class OrderRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "crm.sales_order",
            Column.text("number").sorted(),
            Column.text("reference"),
            Column.reference("customer", "customer", "masterdata.parties"),
            Column.named("customerName", "customer", MasterData.PARTY_NAME),
            Column.choice("status", "status", "DRAFT", "CONFIRMED", "DELIVERED", "INVOICED", "CANCELLED"),
            Column.day("orderedOn").sorted(),
            Column.day("requiredOn"),
            Column.text("currency"),
            Column.amount("net"),
            Column.amount("freight"),
            Column.amount("tax"),
            Column.amount("total"),
            Column.choice("rounding", "rounding", "LINE", "DOCUMENT"),
            Column.flag("cancelled"));
    private static final List<Column> LINES = List.of(
            Column.number("line"),
            Column.reference("product", "product", "masterdata.products"),
            Column.text("productCode", "product"),
            Column.text("productName", "product"),
            Column.quantity("quantity"),
            Column.text("unit"),
            Column.quantity("price"),
            Column.quantity("discount"),
            Column.amount("net"),
            Column.amount("tax"),
            Column.quantity("delivered"),
            Column.quantity("returned"),
            Column.quantity("invoiced"),
            Column.quantity("givenUp", "quantity"));

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
