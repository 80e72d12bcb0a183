package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.register.CommandRegister;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Goods that came back, as a list and form. */
@Component(service = Register.class)
public final class ReturnRegister extends CommandRegister {
    @Activate
    public ReturnRegister(@Reference StockService stock, @Reference DocumentPages pages) {
        super(pages.sheet(
                        "returns",
                        Document.Kind.RETURN,
                        Shown.NUMBER,
                        Shown.ON,
                        Shown.PARTY,
                        Shown.PARTY_NAME,
                        Column.reference("delivery", "delivery", "warehouse.deliveries")
                                .origin(),
                        Column.text("deliveryNumber"),
                        Shown.ORDER_NUMBER,
                        Column.text("reason"),
                        Shown.AMOUNT)
                .lines(Shown.MOVEMENT_LINES)
                .create(WarehousePermissions.RETURN_RECORD, NewReturn.class, stock::takeBack));
    }
}
