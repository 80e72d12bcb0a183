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

    /** Sets the list price from a day on; refuses a day before the newest with {@code masterdata.price.behind}. */
    void setPrice(Id product, BigDecimal price, LocalDate validFrom);

    /** Sets the rate of a tax code from a day on; refuses a day before the newest rate. */
    void setTaxCode(String code, String name, BigDecimal percent, LocalDate validFrom);

    /** A product as it shall stand; see {@link org.stepwise.masterdata.event.ProductRecorded}. */
    record NewProduct(
            String code, String name, String category, String unit, String kind, String taxCode, boolean active) {}
}
