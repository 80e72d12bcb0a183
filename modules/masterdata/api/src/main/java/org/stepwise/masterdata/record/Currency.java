package org.stepwise.masterdata.record;

import java.util.function.BiConsumer;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.record.Described;

/** A money by its code of ISO 4217; {@code digits} behind the point are paid in. */
@Described("masterdata.currencies")
public record Currency(
        @Key @Capitals @Max(3) String code, @Must @Max(200) @ByLanguage String name, @Must @Count Integer digits)
        implements Ruled {
    private static final int DIGITS_OF_AMOUNTS = 4;

    @Override
    public void check(BiConsumer<String, String> wrong) {
        if (!code.matches("[A-Z]{3}")) {
            wrong.accept("code", "is not three letters, such as EUR");
        }
        if (digits > DIGITS_OF_AMOUNTS) {
            wrong.accept("digits", "are more than the " + DIGITS_OF_AMOUNTS + " that amounts are kept in");
        }
    }
}
