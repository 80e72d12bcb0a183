package org.stepwise.warehouse.internal.register;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** What there is of each product, what of it is promised, and its value. */
@Component(service = Register.class)
public final class StockRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
                    "warehouse.stock_list",
                    "id",
                    List.of(
                            Column.of("code", ValueType.TEXT, "code").sorted(),
                            Column.of("name", ValueType.TEXT, "name").sorted().byLanguage(),
                            Column.of("unit", ValueType.TEXT, "unit"),
                            Column.of("onHand", ValueType.QUANTITY, "on_hand"),
                            Column.of("reserved", ValueType.QUANTITY, "reserved"),
                            Column.of("held", ValueType.QUANTITY, "held"),
                            Column.of("available", ValueType.QUANTITY, "available"),
                            Column.of("value", ValueType.AMOUNT, "amount")))
            .over(new Base("warehouse.product", "id", Map.of(), false));

    @Activate
    public StockRegister(@Reference Reader reader) {
        super(Sheet.of("warehouse.stock", WarehousePermissions.STOCK_READ).list(reader, LIST));
    }
}
