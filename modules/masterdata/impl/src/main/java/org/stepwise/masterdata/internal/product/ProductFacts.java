package org.stepwise.masterdata.internal.product;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.PriceWithdrawn;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.masterdata.event.RoundingSet;
import org.stepwise.masterdata.event.RoundingWithdrawn;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.event.TaxCodeWithdrawn;
import org.stepwise.masterdata.internal.company.RoundingRows;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;

/** Writes the company, products, prices and tax rates from their facts. */
@Component(service = Projection.class)
public final class ProductFacts implements Projection {
    private static final Named CATEGORY = Named.byLanguage("masterdata.product", "id", "category");
    private static final Named TAX_NAME = Named.byLanguage("masterdata.tax_rate", "id", "name");

    private final ProductRows rows;
    private final DatedSettings settings;
    private final RoundingRows rounding;
    private final Collation collation;

    @Activate
    public ProductFacts(
            @Reference ProductRows rows,
            @Reference DatedSettings settings,
            @Reference RoundingRows rounding,
            @Reference Collation collation) {
        this.rows = rows;
        this.settings = settings;
        this.rounding = rounding;
        this.collation = collation;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String name() {
        return "masterdata.products";
    }

    @Override
    public void define(Handlers on) {
        on.apply(
                CompanyFounded.class,
                fact -> List.of(fact.company()),
                recorded -> settings.write(recorded.company(), recorded.event()));
        on.apply(ProductRecorded.class, fact -> List.of(fact.product()), this::recorded);
        on.apply(
                PriceSet.class,
                fact -> List.of(fact.product()),
                recorded -> settings.write(recorded.company(), recorded.event()));
        on.apply(TaxCodeSet.class, fact -> List.of(fact.code()), this::taxed);
        on.apply(
                PriceWithdrawn.class,
                fact -> List.of(fact.product()),
                recorded -> settings.remove(recorded.company(), recorded.event()));
        on.apply(
                TaxCodeWithdrawn.class,
                fact -> List.of(fact.code()),
                recorded -> settings.remove(recorded.company(), recorded.event()));
        on.apply(
                RoundingSet.class,
                fact -> List.of(fact.validFrom()),
                recorded -> rounding.write(recorded.company(), recorded.event()));
        on.apply(
                RoundingWithdrawn.class,
                fact -> List.of(fact.validFrom()),
                recorded -> rounding.remove(recorded.company(), recorded.event()));
    }

    private void taxed(Recorded<TaxCodeSet> recorded) {
        var fact = recorded.event();
        settings.write(recorded.company(), fact);
        collation.keep(TAX_NAME, recorded.company(), DatedSettings.idOf(fact), fact.name(), () -> {});
    }

    private void recorded(Recorded<ProductRecorded> recorded) {
        var product = rows.findOrAdd(recorded.company(), recorded.event().product());
        product.apply(recorded.event());
        var fact = recorded.event();
        collation.keep(MasterData.PRODUCT_NAME, recorded.company(), fact.product(), fact.name(), rows::flush);
        collation.keep(CATEGORY, recorded.company(), fact.product(), fact.category(), rows::flush);
    }
}
