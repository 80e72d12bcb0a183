package org.stepwise.warehouse.internal.register;

import java.util.List;
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
import org.stepwise.web.ValueType;

/** What each line of a confirmed order still wants: reserved for it, or on backorder. */
@Component(service = Register.class)
public final class ReservationRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
            "warehouse.reservation_list",
            "id",
            List.of(
                    Shown.ORDER_NUMBER.sorted(),
                    Shown.ORDER,
                    Column.of("line", ValueType.NUMBER, "line"),
                    Shown.PARTY_NAME,
                    Column.of("confirmedOn", ValueType.DATE, "confirmed_on"),
                    Column.of("requiredOn", ValueType.DATE, "required_on"),
                    Shown.PRODUCT,
                    Column.of("productCode", ValueType.TEXT, "product_code").sorted(),
                    Column.named("productName", "product", MasterData.PRODUCT_NAME),
                    Column.of("ordered", ValueType.QUANTITY, "ordered"),
                    Column.of("delivered", ValueType.QUANTITY, "delivered"),
                    Column.of("reserved", ValueType.QUANTITY, "reserved"),
                    Column.of("backordered", ValueType.QUANTITY, "backordered")));

    @Activate
    public ReservationRegister(@Reference Reader reader) {
        super(Sheet.of("warehouse.reservations", WarehousePermissions.STOCK_READ)
                .list(reader, LIST));
    }
}
