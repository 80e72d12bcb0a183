package org.stepwise.masterdata.internal.product;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.module.Verbs;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Products as a list and form. */
@Component(service = {Register.class, ProductRegister.class})
public final class ProductRegister implements Register {
    private static final List<Column> STORED = List.of(
            Column.of("code", ValueType.TEXT, "code").sorted(),
            Column.of("name", ValueType.TEXT, "name").sorted().byLanguage(),
            Column.of("category", ValueType.TEXT, "category").byLanguage(),
            Column.of("unit", ValueType.TEXT, "unit"),
            Column.choice("kind", "kind", "GOODS", "SERVICE"),
            Column.of("taxCode", ValueType.TEXT, "tax_code"),
            Column.of("active", ValueType.FLAG, "is_active"));
    private static final TableList LIST = new TableList("masterdata.product", "id", STORED);
    private static final List<Column> COLUMNS =
            Stream.concat(STORED.stream(), Prices.COLUMNS.stream()).toList();
    private static final List<Field> FIELDS = List.of(
            Field.of("code", ValueType.TEXT).must().atMost(40),
            Field.of("name", ValueType.TEXT).must(),
            Field.of("category", ValueType.TEXT).atMost(100),
            Field.of("unit", ValueType.TEXT).must().atMost(10),
            Field.choice("kind", "GOODS", "SERVICE").must(),
            Field.of("taxCode", ValueType.TEXT).atMost(20),
            Field.of("active", ValueType.FLAG));
    private static final Description DESCRIPTION = new Description(
            "masterdata",
            "products",
            MasterDataPermissions.PRODUCT_READ,
            COLUMNS,
            FIELDS,
            null,
            MasterDataPermissions.PRODUCT_RECORD,
            MasterDataPermissions.PRODUCT_RECORD,
            List.of(
                    new Description.Verb(
                            "set-price",
                            MasterDataPermissions.PRICE_SET,
                            Map.of(),
                            List.of(
                                    Field.of("price", ValueType.QUANTITY).must(),
                                    Field.of("validFrom", ValueType.DATE))),
                    new Description.Verb(
                            "withdraw-price",
                            MasterDataPermissions.PRICE_SET,
                            Map.of(),
                            List.of(Field.of("validFrom", ValueType.DATE).must()))));

    private final Products products;
    private final ProductRows rows;
    private final Prices prices;
    private final Verbs verbs;
    private final Lists lists;

    @Activate
    public ProductRegister(
            @Reference Products products,
            @Reference ProductRows rows,
            @Reference Prices prices,
            @Reference Verbs verbs,
            @Reference Lists lists) {
        this.products = products;
        this.rows = rows;
        this.prices = prices;
        this.verbs = verbs;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return verbs.read(
                "masterdata",
                DESCRIPTION.read(),
                () -> prices.with(lists.page(LIST, rows.company(), query), rows.company(), verbs.today()));
    }

    @Override
    public Found find(Id id) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> {
            var details = rows.get(id).details(prices.shown(rows.company(), id, verbs.today()));
            return new Found(details, details.version());
        });
    }

    @Override
    public Id create(Form form) {
        return products.record(wanted(form, new NewProduct(null, null, null, null, null, null, true)));
    }

    @Override
    public void change(Id id, long version, Form form) {
        var known =
                verbs.read("masterdata", DESCRIPTION.read(), () -> rows.get(id).known());
        products.change(id, version, wanted(form, known));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        switch (verb) {
            case "set-price" -> products.setPrice(id, form.decimal("price"), form.day("validFrom"));
            case "withdraw-price" -> products.withdrawPrice(id, form.day("validFrom"));
            default -> throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
    }

    /** What the form says; what it leaves out stays as it is known. */
    private static NewProduct wanted(Form form, NewProduct known) {
        return new NewProduct(
                text(form, "code", known.code()),
                text(form, "name", known.name()),
                text(form, "category", known.category()),
                text(form, "unit", known.unit()),
                text(form, "kind", known.kind()),
                text(form, "taxCode", known.taxCode()),
                form.has("active") ? Boolean.TRUE.equals(form.flag("active")) : known.active());
    }

    private static String text(Form form, String field, String known) {
        return form.has(field) ? form.text(field) : known;
    }
}
