package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Records products, their prices and tax codes. */
@ProviderType
public interface Products {
    default Id record(NewProduct product) {
        return record(product, null);
    }

    /** Records a product on a business date (null: today), for imports of history. */
    Id record(NewProduct product, LocalDate on);

    /** Replaces what is known; {@code version} is the one seen, -1 to skip the check. */
    void change(Id product, long version, NewProduct known);

    /**
     * Sets the list price from a day on, or replaces the one of that day. Refuses with {@code masterdata.price.behind}
     * once the log has the end of that day or a later one, or an order of that day or later for the product.
     */
    void setPrice(Id product, BigDecimal price, LocalDate validFrom);

    /** Withdraws the list price that begins on a day; refuses as {@link #setPrice} does, and where none begins then. */
    void withdrawPrice(Id product, LocalDate validFrom);

    /**
     * Sets the rate of a tax code from a day on, or replaces the one of that day; refuses as {@link #setPrice} does.
     */
    void setTaxCode(String code, String name, BigDecimal percent, LocalDate validFrom);

    /** Withdraws the rate that begins on a day; refuses as {@link #setTaxCode} does, and where none begins then. */
    void withdrawTaxCode(String code, LocalDate validFrom);

    /** A product as it shall stand; see {@link org.stepwise.masterdata.event.ProductRecorded}. */
    record NewProduct(
            String code, String name, String category, String unit, String kind, String taxCode, boolean active) {}
}
