package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Every movement with its cost, in the order in which it was valued. */
@Component
public final class MovementRegister implements Register {
    private static final TableList LIST = new TableList(
                    "warehouse.movement_list",
                    "id",
                    List.of(
                            Shown.ON,
                            Column.choice("kind", "kind", "OPENING", "RECEIPT", "DELIVERY", "RETURN", "CORRECTION"),
                            Shown.NUMBER.shown(),
                            Column.reference("product", "product", "masterdata.products"),
                            Column.named("code", "product", MasterData.PRODUCT_CODE),
                            Column.named("name", "product", MasterData.PRODUCT_NAME),
                            Column.of("quantity", ValueType.QUANTITY, "quantity"),
                            Column.of("amount", ValueType.AMOUNT, "amount")))
            .over(Base.of("warehouse.movement", "id"));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "movements",
            WarehousePermissions.VALUE_READ,
            LIST.columns(),
            List.of(),
            null,
            null,
            null,
            List.of());

    private final WarehouseLists lists;

    @Activate
    public MovementRegister(@Reference WarehouseLists lists) {
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
