package org.stepwise.masterdata.record;

import java.util.function.BiConsumer;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.record.Described;

/** A country that the company deals with, by its code of ISO 3166-1 alpha-2. */
@Described("masterdata.countries")
public record Country(@Key @Capitals @Max(2) String code, @Must @Max(200) @ByLanguage String name) implements Ruled {
    @Override
    public void check(BiConsumer<String, String> wrong) {
        if (!code.matches("[A-Z]{2}")) {
            wrong.accept("code", "is not two letters, such as DE");
        }
    }
}
