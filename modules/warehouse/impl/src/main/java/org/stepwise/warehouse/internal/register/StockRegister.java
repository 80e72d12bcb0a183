package org.stepwise.warehouse.internal.register;

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

/** What there is of each product, what of it is promised, and its value. */
@Component(service = Register.class)
public final class StockRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
                    "warehouse.stock_list",
                    Column.text("code").sorted(),
                    Column.text("name").sorted().byLanguage(),
                    Column.text("unit"),
                    Column.quantity("onHand"),
                    Column.quantity("reserved"),
                    Column.quantity("held"),
                    Column.quantity("available"),
                    Column.amount("value", "amount"))
            .over(new Base("warehouse.product", "id", Map.of(), false));

    @Activate
    public StockRegister(@Reference Reader reader) {
        super(Sheet.of("warehouse.stock", WarehousePermissions.STOCK_READ).list(reader, LIST));
    }
}
