package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.masterdata.MasterData;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Every movement with its cost, in the order in which it was valued. */
@Component(service = Register.class)
public final class MovementRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
                    "warehouse.movement_list",
                    Shown.ON,
                    Column.choice("kind", "kind", "OPENING", "RECEIPT", "DELIVERY", "RETURN", "CORRECTION"),
                    Shown.NUMBER.shown(),
                    Shown.PRODUCT,
                    Column.named("code", "product", MasterData.PRODUCT_CODE),
                    Column.named("name", "product", MasterData.PRODUCT_NAME),
                    Column.quantity("quantity"),
                    Column.amount("amount"))
            .over(Base.of("warehouse.movement", "id"));

    @Activate
    public MovementRegister(@Reference Reader reader) {
        super(Sheet.of("warehouse.movements", WarehousePermissions.VALUE_READ).list(reader, LIST));
    }
}
