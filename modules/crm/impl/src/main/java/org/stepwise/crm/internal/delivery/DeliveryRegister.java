package org.stepwise.crm.internal.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.crm.internal.delivery.Delivery.DeliveryDetails;
import org.stepwise.data.TableList;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Quantity;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Deliveries as sales knows them; goods come back by hand here while the warehouse is off. */
@Component(service = Register.class)
public final class DeliveryRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "crm.delivery",
            Column.reference("order", "order_id", "crm.orders").origin(),
            Column.reference("customer", "customer", "masterdata.parties"),
            Column.day("deliveredOn").sorted(),
            Column.reference("invoice", "invoice", "crm.invoices").outcome());
    private static final List<Column> LINES = List.of(
            Column.number("orderLine"),
            Column.reference("product", "product", "masterdata.products"),
            Column.quantity("quantity"),
            Column.quantity("returned"));

    /** Everything the customer still has, unless one line of the order is named. */
    record Back(Integer line, @Quantity BigDecimal quantity, @Max(Bounds.REASON) String reason, LocalDate on) {
        HandReturn goods() {
            return new HandReturn(Wanted.line(line, quantity), reason, on);
        }
    }

    @Activate
    public DeliveryRegister(
            @Reference OrderService orders,
            @Reference DeliveryRows deliveries,
            @Reference SalesVerbs sales,
            @Reference Reader reader) {
        super(Sheet.of("crm.deliveries", CrmPermissions.ORDER_READ)
                .list(reader, LIST)
                .lines(LINES)
                .find(
                        DeliveryDetails.class,
                        id -> deliveries.get(sales.company(), id).details(),
                        DeliveryDetails::version)
                .verb(
                        "take-back",
                        CrmPermissions.TAKE_BACK,
                        Back.class,
                        (delivery, back) -> orders.takeBack(delivery, back.goods())));
    }
}
