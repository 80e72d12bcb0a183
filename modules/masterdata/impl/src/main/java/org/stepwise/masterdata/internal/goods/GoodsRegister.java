package org.stepwise.masterdata.internal.goods;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Goods notes as a list; a new one is opening stock or a receipt, while the warehouse is off. */
@Component(service = Register.class)
public final class GoodsRegister extends CommandRegister {
    private static final TableList NOTES = TableList.of(
                    "masterdata.goods_notes",
                    Column.text("number"),
                    Column.choice("kind", "kind", Kind.class),
                    Column.day("on", "happened_on").sorted(),
                    Column.reference("supplier", "supplier", "masterdata.parties"),
                    Column.text("reference"))
            .over(Base.of("masterdata.goods_note", "id"));
    private static final TableList LINES = new TableList(
            "masterdata.goods_note_line",
            "line",
            List.of(
                    Column.reference("note", "note", "masterdata.goods"),
                    Column.reference("product", "product", "masterdata.products"),
                    Column.quantity("quantity"),
                    Column.amount("unitCost")));

    @Activate
    public GoodsRegister(@Reference GoodsByHand goods, @Reference Reader reader) {
        super(Sheet.of("masterdata.goods", MasterDataPermissions.PRODUCT_READ)
                .list(reader, NOTES)
                .unknown("masterdata.goods.unknown")
                .lines(LINES, "note")
                .create(MasterDataPermissions.GOODS_RECORD, NewGoods.class, goods::record));
    }
}
