package org.stepwise.masterdata.internal.product;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.event.TaxCodeSet;
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

/** Tax rates as a list; a new rate of a code is a new row with a later day. */
@Component
public final class TaxCodeRegister implements Register {
    private static final List<Column> COLUMNS = List.of(
            Column.of("code", ValueType.TEXT, "code").sorted(),
            Column.of("name", ValueType.TEXT, "name").byLanguage(),
            Column.of("percent", ValueType.QUANTITY, "percent"),
            Column.of("validFrom", ValueType.DATE, "valid_from"));
    private static final TableList LIST = new TableList("masterdata.tax_rate", "id", COLUMNS);
    private static final Description DESCRIPTION = new Description(
            "masterdata",
            "tax-codes",
            MasterDataPermissions.TAX_READ,
            COLUMNS,
            List.of(
                    Field.of("code", ValueType.TEXT).must().atMost(20),
                    Field.of("name", ValueType.TEXT).must(),
                    Field.of("percent", ValueType.QUANTITY).must(),
                    Field.of("validFrom", ValueType.DATE)),
            null,
            MasterDataPermissions.TAX_SET,
            null,
            List.of());

    private final Products products;
    private final DatedSettings settings;
    private final Verbs verbs;
    private final Callers callers;
    private final Lists lists;

    @Activate
    public TaxCodeRegister(
            @Reference Products products,
            @Reference DatedSettings settings,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Lists lists) {
        this.products = products;
        this.settings = settings;
        this.verbs = verbs;
        this.callers = callers;
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
                () -> lists.page(LIST, callers.current().company(), query));
    }

    @Override
    public Found find(Id id) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> settings.rate(
                        callers.current().company(), id)
                .map(rate -> new Found(rate, 1))
                .orElseThrow(() -> new NotFound("masterdata.tax-code.unknown", "there is no tax rate " + id)));
    }

    @Override
    public Id create(Form form) {
        LocalDate from = form.day("validFrom") == null ? verbs.today() : form.day("validFrom");
        var set = new TaxCodeSet(form.text("code").strip(), form.text("name"), form.decimal("percent"), from);
        products.setTaxCode(set.code(), set.name(), set.percent(), from);
        return DatedSettings.idOf(set);
    }
}
