package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.input.OnDay;
import org.stepwise.input.Reasoned;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Sheet;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.Picked;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Deliveries: planned for an order, changed, posted, taken back. */
@Component(service = Register.class)
public final class DeliveryRegister extends CommandRegister {
    @Activate
    public DeliveryRegister(@Reference StockService stock, @Reference DocumentPages pages) {
        super(pages.sheet(
                        "deliveries",
                        Document.Kind.DELIVERY,
                        Shown.NUMBER,
                        Column.choice("status", "status", "PLANNED", "POSTED"),
                        Shown.ON,
                        Shown.PARTY,
                        Shown.PARTY_NAME,
                        Shown.ORDER.origin(),
                        Shown.ORDER_NUMBER,
                        Shown.AMOUNT)
                .lines(Shown.MOVEMENT_LINES)
                .create(WarehousePermissions.DELIVERY_PLAN, NewDelivery.class, stock::plan)
                .change(WarehousePermissions.DELIVERY_PLAN, Picked.class, pages::picked, stock::change)
                .verb(
                        "post",
                        WarehousePermissions.DELIVERY_POST,
                        Sheet.status("PLANNED"),
                        OnDay.class,
                        (delivery, version, day) -> stock.post(delivery, version, day.on()))
                .verb("discard", WarehousePermissions.DELIVERY_PLAN, Sheet.status("PLANNED"), stock::discard)
                .verb(
                        "take-back",
                        WarehousePermissions.RETURN_RECORD,
                        Sheet.status("POSTED"),
                        Reasoned.class,
                        stock::takeBackAll));
    }
}
