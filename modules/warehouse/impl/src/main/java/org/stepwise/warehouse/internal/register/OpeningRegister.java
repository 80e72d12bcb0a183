package org.stepwise.warehouse.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** Opening stock as a list and form. */
@Component
public final class OpeningRegister implements Register {
    private static final TableList LIST = new TableList("warehouse.opening_list", "id", List.of(Shown.ON, Shown.AMOUNT))
            .over(Shown.documents("OPENING"));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "openings",
            WarehousePermissions.STOCK_READ,
            LIST.columns(),
            List.of(Shown.DAY.onCreate()),
            new Description.Lines("lines", Shown.RECEIPT_LINE_COLUMNS, Shown.RECEIPT_LINE_FIELDS),
            WarehousePermissions.OPENING_RECORD,
            null,
            List.of());

    private final StockService stock;
    private final WarehouseLists lists;

    @Activate
    public OpeningRegister(@Reference StockService stock, @Reference WarehouseLists lists) {
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
        return lists.document(id, Document.Kind.OPENING);
    }

    @Override
    public Id create(Form form) {
        return stock.open(Shown.receiptLines(form), form.day("on"));
    }
}
