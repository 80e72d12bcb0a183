package org.stepwise.masterdata.internal.product;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.FromDay;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.internal.Listed;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Products as a list and form. */
@Component(service = {Register.class, ProductRegister.class})
public final class ProductRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "masterdata.product",
            Column.text("code").sorted(),
            Column.text("name").sorted().byLanguage(),
            Column.text("category").byLanguage().codeOf("masterdata.categories"),
            Column.text("unit").codeOf("masterdata.units"),
            Column.choice("kind", "kind", "GOODS", "SERVICE"),
            Column.text("taxCode"),
            Column.flag("active", "is_active"));

    @Activate
    public ProductRegister(
            @Reference Products products,
            @Reference ProductRows rows,
            @Reference Prices prices,
            @Reference Listed listed,
            @Reference Reader reader) {
        super(Sheet.of("masterdata.products", MasterDataPermissions.PRODUCT_READ)
                .list(reader, LIST)
                .ended("active", false, "out of use")
                .naming(listed)
                .more(Prices.COLUMNS, prices::with)
                .find(id -> rows.get(id).found(prices.of(id)))
                .create(MasterDataPermissions.PRODUCT_RECORD, NewProduct.class, products::record)
                .change(
                        MasterDataPermissions.PRODUCT_RECORD,
                        NewProduct.class,
                        id -> rows.get(id).known(),
                        products::change)
                .verb("set-price", MasterDataPermissions.PRICE_SET, NewPrice.class, products::setPrice)
                .verb("withdraw-price", MasterDataPermissions.PRICE_SET, FromDay.class, products::withdrawPrice));
    }
}
