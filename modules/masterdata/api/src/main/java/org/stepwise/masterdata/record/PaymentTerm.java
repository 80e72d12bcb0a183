package org.stepwise.masterdata.record;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Percent;
import org.stepwise.record.Described;

/** When an invoice is to be paid, and what is taken off where it is paid sooner. */
@Described("masterdata.payment-terms")
public record PaymentTerm(
        @Key @Max(40) String code,
        @Must @Max(200) @ByLanguage String name,
        @Must @Count Integer days,
        @Count Integer discountDays,
        @Percent BigDecimal discountPercent)
        implements Ruled {
    @Override
    public void check(BiConsumer<String, String> wrong) {
        if ((discountDays == null) != (discountPercent == null)) {
            wrong.accept(
                    discountDays == null ? "discountDays" : "discountPercent", "belongs to a discount: is missing");
        } else if (discountDays != null && discountDays > days) {
            wrong.accept("discountDays", "are more than the days until it is due");
        }
    }
}
