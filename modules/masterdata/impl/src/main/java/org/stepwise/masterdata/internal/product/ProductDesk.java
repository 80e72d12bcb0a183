package org.stepwise.masterdata.internal.product;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.PriceWithdrawn;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.event.TaxCodeWithdrawn;
import org.stepwise.masterdata.internal.Listed;
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
    private final Listed listed;

    @Activate
    public ProductDesk(
            @Reference ProductRows rows,
            @Reference DatedSettings settings,
            @Reference UnitChange units,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference SettingDays days,
            @Reference Listed listed) {
        this.rows = rows;
        this.settings = settings;
        this.units = units;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.days = days;
        this.listed = listed;
    }

    @Override
    public Id record(NewProduct product, LocalDate on) {
        return verbs.write("masterdata", MasterDataPermissions.PRODUCT_RECORD, () -> {
            var id = ids.next();
            write(fact(id, product, null), on == null ? verbs.today() : Wanted.INPUT.day("on", on));
            return id;
        });
    }

    @Override
    public void change(Id product, long version, NewProduct known) {
        verbs.write("masterdata", MasterDataPermissions.PRODUCT_RECORD, () -> {
            var row = rows.lock(product);
            var changed = row.change(version, fact(product, known, row.known()));
            if (row.countsOtherwise(changed)) {
                units.requireFree(row.view());
            }
            if (!changed.equals(fact(product, row.known(), row.known()))) {
                write(changed, verbs.today());
            }
            return null;
        });
    }

    @Override
    public void setPrice(Id product, NewPrice wanted) {
        verbs.write("masterdata", MasterDataPermissions.PRICE_SET, () -> {
            var price = Wanted.INPUT.checked(wanted);
            var from = from(price.validFrom());
            var row = rows.lock(product);
            if (settings.price(rows.company(), product, from).isPresent()) {
                days.requirePriceUnused(product, row.view().code(), from);
            }
            var currency = settings.company(rows.company()).currency();
            days.record(new PriceSet(product, price.price(), currency, from));
            return null;
        });
    }

    @Override
    public void withdrawPrice(Id product, FromDay from) {
        verbs.write("masterdata", MasterDataPermissions.PRICE_SET, () -> {
            var day = Wanted.INPUT.checked(from).validFrom();
            var code = rows.lock(product).view().code();
            if (!settings.hasPrice(rows.company(), product, day)) {
                throw new NotFound(
                        "masterdata.price.unknown",
                        "no price of " + code + " begins on " + day + "; name the day on which one does");
            }
            days.requirePriceUnused(product, code, day);
            days.record(new PriceWithdrawn(product, day));
            return null;
        });
    }

    @Override
    public Id setTaxCode(NewTaxRate wanted) {
        return verbs.write("masterdata", MasterDataPermissions.TAX_SET, () -> {
            var rate = Wanted.INPUT.checked(wanted);
            var set = new TaxCodeSet(rate.code(), rate.name(), rate.percent(), from(rate.validFrom()));
            if (settings.rated(rows.company(), set.code(), set.validFrom())) {
                days.requireRateUnused(set.code(), set.validFrom());
            }
            days.record(set);
            return DatedSettings.idOf(set);
        });
    }

    private LocalDate from(LocalDate validFrom) {
        return validFrom == null ? verbs.today() : validFrom;
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

    private ProductRecorded fact(Id id, NewProduct wanted, NewProduct known) {
        var product = listed.checked(wanted, known);
        var taxCode = product.taxCode();
        if (taxCode != null && settings.newestRate(rows.company(), taxCode).isEmpty()) {
            throw new Rejected(
                    "masterdata.tax-code.unknown",
                    "there is no tax code " + taxCode + "; set its rate before it is used");
        }
        return new ProductRecorded(
                id,
                product.code(),
                product.name(),
                product.category(),
                product.unit(),
                product.kind(),
                taxCode,
                product.active());
    }
}
