package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.register.CommandRegister;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Goods receipts as a list and form. */
@Component(service = Register.class)
public final class ReceiptRegister extends CommandRegister {
    @Activate
    public ReceiptRegister(@Reference StockService stock, @Reference DocumentPages pages) {
        super(pages.sheet(
                        "receipts",
                        Document.Kind.RECEIPT,
                        Shown.NUMBER,
                        Shown.ON,
                        Shown.PARTY,
                        Shown.PARTY_NAME,
                        Column.text("reference"),
                        Shown.AMOUNT)
                .lines(Shown.RECEIPT_LINES)
                .create(WarehousePermissions.RECEIPT_RECORD, NewReceipt.class, stock::receive));
    }
}
