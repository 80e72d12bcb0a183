package org.stepwise.modules.internal.rental;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/** @param on null: today */
public record NewRental(
        @Must @Ref("masterdata.parties") Id customer,
        @Max(Bounds.NAME) String contact,
        @Must LocalDate until,
        LocalDate on,
        @Must List<Line> lines) {

    public record Line(@Must @Ref("masterdata.products") Id product, @Must @Quantity BigDecimal quantity) {}

    public GoodsLent lent(Id rental, LocalDate day) {
        return new GoodsLent(rental, customer, contact, until, null, lines);
    }
}
