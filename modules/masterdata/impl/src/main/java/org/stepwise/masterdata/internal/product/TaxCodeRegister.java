package org.stepwise.masterdata.internal.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.product.DatedSettings.TaxRateView;
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
    private static final List<Column> STORED = List.of(
            Column.of("code", ValueType.TEXT, "code").sorted(),
            Column.of("name", ValueType.TEXT, "name").byLanguage(),
            Column.of("percent", ValueType.QUANTITY, "percent"),
            Column.of("validFrom", ValueType.DATE, "valid_from"));
    private static final TableList LIST = new TableList("masterdata.tax_rate", "id", STORED);
    private static final Dated RATES = new Dated("masterdata.tax_rate", "code", "code");
    private static final Description DESCRIPTION = new Description(
            "masterdata",
            "tax-codes",
            MasterDataPermissions.TAX_READ,
            Stream.concat(STORED.stream(), Stream.of(Dated.STATE)).toList(),
            List.of(
                    Field.of("code", ValueType.TEXT).must().atMost(20),
                    Field.of("name", ValueType.TEXT).must(),
                    Field.of("percent", ValueType.QUANTITY).must(),
                    Field.of("validFrom", ValueType.DATE)),
            null,
            MasterDataPermissions.TAX_SET,
            null,
            List.of(new Description.Verb("withdraw", MasterDataPermissions.TAX_SET, Map.of(), List.of())));

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
        return verbs.read("masterdata", DESCRIPTION.read(), () -> {
            var company = callers.current().company();
            return settings.with(RATES, lists.page(LIST, company, query), company, verbs.today());
        });
    }

    @Override
    public Found find(Id id) {
        return new Found(rate(id), 1);
    }

    private TaxRateView rate(Id id) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> settings.rate(
                        callers.current().company(), id)
                .orElseThrow(() -> new NotFound("masterdata.tax-code.unknown", "there is no tax rate " + id)));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("withdraw")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
        var rate = rate(id);
        products.withdrawTaxCode(rate.code(), rate.validFrom());
    }

    @Override
    public Id create(Form form) {
        LocalDate from = form.day("validFrom") == null ? verbs.today() : form.day("validFrom");
        var set = new TaxCodeSet(form.text("code").strip(), form.text("name"), form.decimal("percent"), from);
        products.setTaxCode(set.code(), set.name(), set.percent(), from);
        return DatedSettings.idOf(set);
    }
}
