package org.stepwise.web.internal.http;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Price;
import org.stepwise.record.Described;

/** What notes are about. */
@Described("notes.topics")
public record Topic(
        @Key @Max(10) String code,
        @Must @ByLanguage String name,
        @Price BigDecimal hourlyPrice,
        @CodeOf("notes.topics") @Max(10) String within)
        implements Ruled {

    @Override
    public void check(BiConsumer<String, String> wrong) {
        if (name.equals(code)) {
            wrong.accept("name", "says no more than the code");
        }
    }
}
