package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.LookedUp;
import org.stepwise.text.Named;

/** What verbs of other modules look up; always on. Reactions never ask it: events carry what they need. */
@ProviderType
public interface MasterData {
    /** What a party is called; nothing for a person who was erased. Documents keep its id and no copy. */
    Named PARTY_NAME = Named.byLanguage("masterdata.party", "id", "name");

    Named PARTY_CODE = Named.plain("masterdata.party", "id", "code");
    Named PRODUCT_NAME = Named.byLanguage("masterdata.product", "id", "name");
    Named PRODUCT_CODE = Named.plain("masterdata.product", "id", "code");

    /** The company's own facts. */
    CompanyView company();

    /** In what money the documents of a day are made, and how they are rounded. */
    MoneyTerms moneyTerms(LocalDate on);

    /** Refuses with {@code masterdata.party.unknown}. */
    PartyView party(Id party);

    /** Several; what there is not is left out. */
    Map<Id, PartyView> parties(Collection<Id> parties);

    Optional<PartyView> partyByCode(String code);

    /** Refuses with {@code masterdata.product.unknown}. */
    ProductView product(Id product);

    /** Several, looked up together; what there is not is left out. */
    Map<Id, ProductView> products(Collection<Id> products);

    /** For documents of goods that come in: names products that there are and that are stocked. */
    default LookedUp<ProductView> stocked() {
        return new LookedUp<>(
                this::products,
                product -> product.kind().equals("GOODS") ? null : "is a service: only goods are stocked");
    }

    /** What documents of a day take over of products, looked up together; what there is not is left out. */
    Map<Id, PricedProduct> products(Collection<Id> products, LocalDate on);

    Optional<ProductView> productByCode(String code);

    /** The list price of a product on a day; empty when none was set by then. */
    Optional<BigDecimal> price(Id product, LocalDate on);

    /** The percentage of a tax code on a day; refuses with {@code masterdata.tax-code.unknown}. */
    BigDecimal taxPercent(String code, LocalDate on);

    /** Several, looked up together; refuses as {@link #taxPercent} does. */
    Map<String, BigDecimal> taxPercents(Collection<String> codes, LocalDate on);

    /** A company. */
    record CompanyView(Id id, String name, String currency, String zone) {}

    /** The currency and the rounding of documents. */
    record MoneyTerms(String currency, Rounding rounding) {}

    /** A party; {@code roles} separated by commas; nobody begins anything new with one that is {@code erased}. */
    record PartyView(
            Id id, String code, String name, String roles, String city, String country, boolean erased, long version) {}

    /** A product. */
    record ProductView(
            Id id, String code, String name, String unit, String kind, String taxCode, boolean active, long version) {}

    /**
     * A product on a day.
     *
     * @param price the list price, or null when none was set by then
     * @param taxPercent zero without a tax code; null when its code has no rate on that day
     */
    record PricedProduct(ProductView product, BigDecimal price, BigDecimal taxPercent) {}
}
