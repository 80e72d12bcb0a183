package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.MasterData;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** What each line of a confirmed order still wants: reserved for it, or on backorder. */
@Component(service = Register.class)
public final class ReservationRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "warehouse.reservation_list",
            Shown.ORDER_NUMBER.sorted(),
            Shown.ORDER,
            Column.number("line"),
            Shown.PARTY_NAME,
            Column.day("confirmedOn"),
            Column.day("requiredOn"),
            Shown.PRODUCT,
            Column.text("productCode").sorted(),
            Column.named("productName", "product", MasterData.PRODUCT_NAME),
            Column.quantity("ordered"),
            Column.quantity("delivered"),
            Column.quantity("reserved"),
            Column.quantity("backordered"));

    @Activate
    public ReservationRegister(@Reference Reader reader) {
        super(Sheet.of("warehouse.reservations", WarehousePermissions.STOCK_READ)
                .list(reader, LIST));
    }
}
