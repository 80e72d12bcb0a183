package org.stepwise.warehouse.internal.register;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
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

/** Deliveries: planned for an order, changed, posted, taken back. */
@Component
public final class DeliveryRegister implements Register {
    private static final TableList LIST = new TableList(
                    "warehouse.delivery_list",
                    "id",
                    List.of(
                            Shown.NUMBER,
                            Column.choice("status", "status", "PLANNED", "POSTED"),
                            Shown.ON,
                            Column.reference("party", "party", "masterdata.parties"),
                            Shown.PARTY_NAME,
                            Column.reference("order", "order_id", "crm.orders"),
                            Shown.ORDER_NUMBER,
                            Shown.AMOUNT))
            .over(Shown.documents("DELIVERY"));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "deliveries",
            WarehousePermissions.STOCK_READ,
            LIST.columns(),
            List.of(Field.reference("order", "crm.orders").must().onCreate()),
            new Description.Lines("lines", Shown.MOVEMENT_LINE_COLUMNS, Shown.MOVEMENT_LINE_FIELDS),
            WarehousePermissions.DELIVERY_PLAN,
            WarehousePermissions.DELIVERY_PLAN,
            List.of(
                    new Description.Verb(
                            "post",
                            WarehousePermissions.DELIVERY_POST,
                            Map.of("status", List.of("PLANNED")),
                            List.of(Shown.DAY)),
                    new Description.Verb(
                            "discard",
                            WarehousePermissions.DELIVERY_PLAN,
                            Map.of("status", List.of("PLANNED")),
                            List.of()),
                    new Description.Verb(
                            "take-back",
                            WarehousePermissions.RETURN_RECORD,
                            Map.of("status", List.of("POSTED")),
                            List.of(Field.of("reason", ValueType.TEXT).atMost(Bounds.REASON), Shown.DAY))));

    private final StockService stock;
    private final WarehouseLists lists;

    @Activate
    public DeliveryRegister(@Reference StockService stock, @Reference WarehouseLists lists) {
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
        return lists.document(id, Document.Kind.DELIVERY);
    }

    /** Plans all that the order still wants; lines entered are less than that. */
    @Override
    public Id create(Form form) {
        var planned = stock.plan(form.id("order"));
        if (form.has("lines") && !form.lines("lines").isEmpty()) {
            stock.change(planned, -1, Shown.movementLines(form));
        }
        return planned;
    }

    @Override
    public void change(Id id, long version, Form form) {
        stock.change(id, version, Shown.movementLines(form));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        switch (verb) {
            case "post" -> stock.post(id, version, form.day("on"));
            case "discard" -> stock.discard(id, version);
            case "take-back" -> stock.takeBack(id, lists.out(id), form.text("reason"), form.day("on"));
            default -> throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
    }
}
