package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.PriceWithdrawn;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.event.TaxCodeWithdrawn;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;

/** Records products, prices and tax codes. */
@Component
public final class ProductDesk implements Products {
    private static final String TAKEN = "masterdata.product.code-taken";

    private final ProductRows rows;
    private final DatedSettings settings;
    private final UnitChange units;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final SettingDays days;

    @Activate
    public ProductDesk(
            @Reference ProductRows rows,
            @Reference DatedSettings settings,
            @Reference UnitChange units,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference SettingDays days) {
        this.rows = rows;
        this.settings = settings;
        this.units = units;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.days = days;
    }

    @Override
    public Id record(NewProduct product, LocalDate on) {
        return verbs.write("masterdata", MasterDataPermissions.PRODUCT_RECORD, () -> {
            var id = ids.next();
            write(fact(id, product), on == null ? verbs.today() : Wanted.day("on", on));
            return id;
        });
    }

    @Override
    public void change(Id product, long version, NewProduct known) {
        verbs.write("masterdata", MasterDataPermissions.PRODUCT_RECORD, () -> {
            var row = rows.lock(product);
            var changed = row.change(version, fact(product, known));
            if (row.countsOtherwise(changed)) {
                units.requireFree(row.view());
            }
            write(changed, verbs.today());
            return null;
        });
    }

    @Override
    public void setPrice(Id product, BigDecimal price, LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.PRICE_SET, () -> {
            var from = validFrom == null ? verbs.today() : Wanted.day("validFrom", validFrom);
            var row = rows.lock(product);
            var amount = Wanted.INPUT.price("price", price);
            if (settings.price(rows.company(), product, from).isPresent()) {
                days.requirePriceUnused(product, row.view().code(), from);
            }
            days.record(new PriceSet(
                    product, amount, settings.company(rows.company()).currency(), from));
            return null;
        });
    }

    @Override
    public void withdrawPrice(Id product, LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.PRICE_SET, () -> {
            var code = rows.lock(product).view().code();
            if (validFrom == null || !settings.hasPrice(rows.company(), product, validFrom)) {
                throw new NotFound(
                        "masterdata.price.unknown",
                        "no price of " + code + " begins on " + validFrom + "; name the day on which one does");
            }
            days.requirePriceUnused(product, code, validFrom);
            days.record(new PriceWithdrawn(product, validFrom));
            return null;
        });
    }

    @Override
    public void setTaxCode(String code, String name, BigDecimal percent, LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.TAX_SET, () -> {
            var from = validFrom == null ? verbs.today() : Wanted.day("validFrom", validFrom);
            var key = Wanted.INPUT.required("code", code, 20);
            var rate = Wanted.INPUT.percent("percent", percent);
            if (settings.rated(rows.company(), key, from)) {
                days.requireRateUnused(key, from);
            }
            days.record(new TaxCodeSet(key, Wanted.INPUT.required("name", name, Bounds.NAME), rate, from));
            return null;
        });
    }

    @Override
    public void withdrawTaxCode(String code, LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.TAX_SET, () -> {
            if (validFrom == null || !settings.hasRate(rows.company(), code, validFrom)) {
                throw new NotFound(
                        "masterdata.tax-code.unknown",
                        "no rate of " + code + " begins on " + validFrom + "; name the day on which one does");
            }
            days.requireRateUnused(code, validFrom);
            days.record(new TaxCodeWithdrawn(code, validFrom));
            return null;
        });
    }

    private void write(ProductRecorded fact, LocalDate on) {
        rows.byCode(fact.code())
                .filter(other -> !other.view().id().equals(fact.product()))
                .ifPresent(other -> {
                    throw Wanted.taken(fact.code(), TAKEN);
                });
        Wanted.unique(fact.code(), TAKEN, () -> {
            log.record("masterdata", on, fact);
            rows.flush();
            return null;
        });
    }

    private ProductRecorded fact(Id id, NewProduct wanted) {
        var kind = Wanted.INPUT.required("kind", wanted.kind(), 10);
        if (!kind.equals("GOODS") && !kind.equals("SERVICE")) {
            throw Wanted.INPUT.wrong("kind", "knows GOODS and SERVICE, not " + kind);
        }
        var taxCode = Wanted.INPUT.text("taxCode", wanted.taxCode(), 20);
        if (taxCode != null && settings.newestRate(rows.company(), taxCode).isEmpty()) {
            throw new Rejected(
                    "masterdata.tax-code.unknown",
                    "there is no tax code " + taxCode + "; set its rate before it is used");
        }
        return new ProductRecorded(
                id,
                Wanted.INPUT.required("code", wanted.code(), Bounds.CODE),
                Wanted.INPUT.required("name", wanted.name(), Bounds.NAME),
                Wanted.INPUT.text("category", wanted.category(), 100),
                Wanted.INPUT.required("unit", wanted.unit(), 10).toUpperCase(Locale.ROOT),
                kind,
                taxCode,
                wanted.active());
    }
}
