package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OneOf;
import org.stepwise.input.field.Percent;
import org.stepwise.input.field.Price;

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
    void setPrice(Id product, NewPrice price);

    /** Withdraws the list price that begins on a day; refuses as {@link #setPrice} does, and where none begins then. */
    void withdrawPrice(Id product, FromDay from);

    /**
     * Sets the rate of a tax code from a day on, or replaces the one of that day; refuses as {@link #setPrice} does.
     */
    Id setTaxCode(NewTaxRate rate);

    /** Withdraws the rate that begins on a day; refuses as {@link #setTaxCode} does, and where none begins then. */
    void withdrawTaxCode(String code, LocalDate validFrom);

    /**
     * A product as it shall stand; see {@link org.stepwise.masterdata.event.ProductRecorded}.
     *
     * @param active whether it is sold and bought; it is where nothing is said
     */
    record NewProduct(
            @Must @Max(Bounds.CODE) String code,
            @Must @Max(Bounds.NAME) String name,
            @Max(100) @CodeOf("masterdata.categories") String category,
            @Must @Max(10) @Capitals @CodeOf("masterdata.units") String unit,
            @Must @OneOf({"GOODS", "SERVICE"}) String kind,
            @Max(20) String taxCode,
            Boolean active) {
        public NewProduct {
            active = active == null || active;
        }
    }

    /** A list price, net, per base unit, from a day on (null: today). */
    record NewPrice(@Must @Price BigDecimal price, LocalDate validFrom) {}

    /** The rate of a tax code from a day on (null: today). */
    record NewTaxRate(
            @Must @Max(20) String code,
            @Must @Max(Bounds.NAME) String name,
            @Must @Percent BigDecimal percent,
            LocalDate validFrom) {}

    /** Which of several dated settings: the one that begins on the day. */
    record FromDay(@Must LocalDate validFrom) {}
}
