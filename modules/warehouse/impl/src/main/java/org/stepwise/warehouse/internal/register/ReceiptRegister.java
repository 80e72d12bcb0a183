package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.input.Bounds;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Goods receipts as a list and form. */
@Component
public final class ReceiptRegister implements Register {
    private static final TableList LIST = new TableList(
                    "warehouse.receipt_list",
                    "id",
                    List.of(
                            Shown.NUMBER,
                            Shown.ON,
                            Column.reference("party", "party", "masterdata.parties"),
                            Shown.PARTY_NAME,
                            Column.of("reference", ValueType.TEXT, "reference"),
                            Shown.AMOUNT))
            .over(Shown.documents("RECEIPT"));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "receipts",
            WarehousePermissions.STOCK_READ,
            LIST.columns(),
            List.of(
                    Field.reference("party", "masterdata.parties").onCreate(),
                    Field.of("reference", ValueType.TEXT)
                            .atMost(Bounds.REFERENCE)
                            .onCreate(),
                    Shown.DAY.onCreate()),
            new Description.Lines("lines", Shown.RECEIPT_LINE_COLUMNS, Shown.RECEIPT_LINE_FIELDS),
            WarehousePermissions.RECEIPT_RECORD,
            null,
            List.of());

    private final StockService stock;
    private final WarehouseLists lists;

    @Activate
    public ReceiptRegister(@Reference StockService stock, @Reference WarehouseLists lists) {
        this.stock = stock;
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
        return lists.document(id, Document.Kind.RECEIPT);
    }

    @Override
    public Id create(Form form) {
        return stock.receive(form.id("party"), form.text("reference"), Shown.receiptLines(form), form.day("on"));
    }
}
