package org.stepwise.crm.internal.delivery;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.delivery.GoodsReturn.ReturnDetails;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Goods that came back, and the credit note for them. */
@Component(service = Register.class)
public final class ReturnRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
            "crm.goods_return",
            "id",
            List.of(
                    Column.reference("delivery", "delivery", "crm.deliveries").origin(),
                    Column.reference("order", "order_id", "crm.orders"),
                    Column.reference("customer", "customer", "masterdata.parties"),
                    Column.of("returnedOn", ValueType.DATE, "returned_on").sorted(),
                    Column.of("reason", ValueType.TEXT, "reason"),
                    Column.reference("creditNote", "credit_note", "crm.invoices")
                            .outcome(),
                    Column.reference("invoice", "invoice", "crm.invoices").outcome()));
    private static final List<Column> LINES = List.of(
            Column.of("orderLine", ValueType.NUMBER, "order_line"),
            Column.reference("product", "product", "masterdata.products"),
            Column.of("quantity", ValueType.QUANTITY, "quantity"));

    @Activate
    public ReturnRegister(@Reference DeliveryRows deliveries, @Reference SalesVerbs sales, @Reference Reader reader) {
        super(Sheet.of("crm.returns", CrmPermissions.ORDER_READ)
                .list(reader, LIST)
                .lines(LINES)
                .find(
                        ReturnDetails.class,
                        id -> deliveries.getReturn(sales.company(), id).details(),
                        ReturnDetails::version));
    }
}
