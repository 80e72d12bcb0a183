package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** What each line of a confirmed order still wants: reserved for it, or on backorder. */
@Component(service = {Register.class, ReservationRegister.class})
public final class ReservationRegister implements Register {
    private static final TableList LIST = new TableList(
            "warehouse.reservation_list",
            "id",
            List.of(
                    Shown.ORDER_NUMBER.sorted(),
                    Column.reference("order", "order_id", "crm.orders"),
                    Column.of("line", ValueType.NUMBER, "line"),
                    Shown.PARTY_NAME,
                    Column.of("confirmedOn", ValueType.DATE, "confirmed_on"),
                    Column.of("requiredOn", ValueType.DATE, "required_on"),
                    Column.reference("product", "product", "masterdata.products"),
                    Column.of("productCode", ValueType.TEXT, "product_code").sorted(),
                    Column.named("productName", "product", MasterData.PRODUCT_NAME),
                    Column.of("ordered", ValueType.QUANTITY, "ordered"),
                    Column.of("delivered", ValueType.QUANTITY, "delivered"),
                    Column.of("reserved", ValueType.QUANTITY, "reserved"),
                    Column.of("backordered", ValueType.QUANTITY, "backordered")));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "reservations",
            WarehousePermissions.STOCK_READ,
            LIST.columns(),
            List.of(),
            null,
            null,
            null,
            List.of());

    private final WarehouseLists lists;

    @Activate
    public ReservationRegister(@Reference WarehouseLists lists) {
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return lists.page(DESCRIPTION.read(), LIST, query);
    }

    @Override
    public Found find(Id id) {
        return lists.row(DESCRIPTION.read(), LIST, id);
    }
}
