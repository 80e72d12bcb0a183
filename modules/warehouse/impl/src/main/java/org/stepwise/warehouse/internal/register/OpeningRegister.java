package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.register.CommandRegister;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Register;

/** Opening stock as a list and form. */
@Component(service = Register.class)
public final class OpeningRegister extends CommandRegister {
    @Activate
    public OpeningRegister(@Reference StockService stock, @Reference DocumentPages pages) {
        super(pages.sheet("openings", Document.Kind.OPENING, Shown.ON, Shown.AMOUNT)
                .lines(Shown.RECEIPT_LINES)
                .create(WarehousePermissions.OPENING_RECORD, NewOpening.class, stock::open));
    }
}
