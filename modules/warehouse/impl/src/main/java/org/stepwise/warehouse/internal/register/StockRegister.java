package org.stepwise.warehouse.internal.register;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** What there is of each product, what of it is promised, and its value. */
@Component(service = {Register.class, StockRegister.class})
public final class StockRegister implements Register {
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
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "stock",
            WarehousePermissions.STOCK_READ,
            LIST.columns(),
            List.of(),
            null,
            null,
            null,
            List.of());

    private final WarehouseLists lists;

    @Activate
    public StockRegister(@Reference WarehouseLists lists) {
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
