package org.stepwise.modules.internal.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.stepwise.data.Id;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Ref;
import org.stepwise.log.event.Personal;
import org.stepwise.record.Described;

/** Why an order was lost, with a component of every kind. */
@Described("office.reasons")
public record Reason(
        @Key @Max(10) String code,
        @Must @ByLanguage String name,
        Weight order,
        @Price BigDecimal cost,
        @Count Integer days,
        boolean ours,
        LocalDate year,
        @CodeOf("office.rooms") String room,
        @Ref("office.rooms") Id heardIn,
        @Personal String toldBy)
        implements Ruled {

    /** How much it weighs. */
    public enum Weight {
        LIGHT,
        HEAVY
    }

    static Reason of(String code, String name) {
        return new Reason(code, name, null, null, null, false, null, null, null, null);
    }

    Reason named(String other) {
        return new Reason(code, other, order, cost, days, ours, year, room, heardIn, toldBy);
    }

    Reason room(String other) {
        return new Reason(code, name, order, cost, days, ours, year, other, heardIn, toldBy);
    }

    Reason heardIn(Id other) {
        return new Reason(code, name, order, cost, days, ours, year, room, other, toldBy);
    }

    Reason toldBy(String somebody) {
        return new Reason(code, name, order, cost, days, ours, year, room, heardIn, somebody);
    }

    @Override
    public void check(BiConsumer<String, String> wrong) {
        if (order == Weight.HEAVY && cost == null) {
            wrong.accept("cost", "is to be known of a heavy reason");
        }
    }
}
