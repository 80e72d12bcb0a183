package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** What verbs of other modules look up; always on. Reactions never ask it: events carry what they need. */
@ProviderType
public interface MasterData {

    /** The company's own facts. */
    CompanyView company();

    /** Refuses with {@code masterdata.party.unknown}. */
    PartyView party(Id party);

    Optional<PartyView> partyByCode(String code);

    /** Refuses with {@code masterdata.product.unknown}. */
    ProductView product(Id product);

    Optional<ProductView> productByCode(String code);

    /** The list price of a product on a day; empty when none was set by then. */
    Optional<BigDecimal> price(Id product, LocalDate on);

    /** The percentage of a tax code on a day; refuses with {@code masterdata.tax-code.unknown}. */
    BigDecimal taxPercent(String code, LocalDate on);

    /** A company. */
    record CompanyView(Id id, String name, String currency, String zone) {}

    /** A party; {@code roles} separated by commas. */
    record PartyView(Id id, String code, String name, String roles, String city, String country, long version) {}

    /** A product. */
    record ProductView(
            Id id, String code, String name, String unit, String kind, String taxCode, boolean active, long version) {}
}
