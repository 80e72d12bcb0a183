package org.stepwise.masterdata.internal.goods;

import java.util.LinkedHashMap;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.error.NotFound;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Goods notes as a list; a new one is opening stock or a receipt, while the warehouse is off. */
@Component
public final class GoodsRegister implements Register {
    private static final TableList NOTES = new TableList(
                    "masterdata.goods_notes",
                    "id",
                    List.of(
                            Column.of("number", ValueType.TEXT, "number"),
                            Column.choice("kind", "kind", "OPENING", "RECEIPT"),
                            Column.of("on", ValueType.DATE, "happened_on").sorted(),
                            Column.reference("supplier", "supplier", "masterdata.parties"),
                            Column.of("reference", ValueType.TEXT, "reference")))
            .over(Base.of("masterdata.goods_note", "id"));
    private static final TableList LINES = new TableList(
            "masterdata.goods_note_line",
            "line",
            List.of(
                    Column.reference("note", "note", "masterdata.goods"),
                    Column.reference("product", "product", "masterdata.products"),
                    Column.of("quantity", ValueType.QUANTITY, "quantity"),
                    Column.of("unitCost", ValueType.AMOUNT, "unit_cost")));

    private final GoodsByHand goods;
    private final Verbs verbs;
    private final Lists lists;
    private final Callers callers;

    @Activate
    public GoodsRegister(
            @Reference GoodsByHand goods, @Reference Verbs verbs, @Reference Lists lists, @Reference Callers callers) {
        this.goods = goods;
        this.verbs = verbs;
        this.lists = lists;
        this.callers = callers;
    }

    @Override
    public Description description() {
        var lines = new Description.Lines(
                "lines",
                LINES.columns().subList(1, 4),
                List.of(
                        Field.reference("product", "masterdata.products").must(),
                        Field.of("quantity", ValueType.QUANTITY).must(),
                        Field.of("unitCost", ValueType.QUANTITY).must()));
        return new Description(
                "masterdata",
                "goods",
                MasterDataPermissions.PRODUCT_READ,
                NOTES.columns(),
                List.of(
                        Field.choice("kind", "OPENING", "RECEIPT").must().onCreate(),
                        Field.of("on", ValueType.DATE).onCreate(),
                        Field.reference("supplier", "masterdata.parties").onCreate(),
                        Field.of("reference", ValueType.TEXT)
                                .atMost(Bounds.REFERENCE)
                                .onCreate()),
                lines,
                MasterDataPermissions.GOODS_RECORD,
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return page(NOTES, query);
    }

    @Override
    public Found find(Id id) {
        var found = page(NOTES, ListQuery.first(1).where("id", id.toString())).items();
        if (found.isEmpty()) {
            throw new NotFound("masterdata.goods.unknown", "there is no goods note " + id);
        }
        var note = new LinkedHashMap<String, Object>(found.get(0));
        note.put("lines", Page.all(ListQuery.first(500).where("note", id.toString()), query -> page(LINES, query)));
        return new Found(note, 0);
    }

    @Override
    public Id create(Form form) {
        var lines = form.lines("lines").stream()
                .map(line ->
                        new GoodsByHand.Line(line.id("product"), line.decimal("quantity"), line.decimal("unitCost")))
                .toList();
        return form.text("kind").equals("OPENING")
                ? goods.open(lines, form.day("on"))
                : goods.receive(form.id("supplier"), form.text("reference"), lines, form.day("on"));
    }

    private Page page(TableList table, ListQuery query) {
        return verbs.read(
                "masterdata",
                MasterDataPermissions.PRODUCT_READ,
                () -> lists.page(table, callers.current().company(), query));
    }
}
