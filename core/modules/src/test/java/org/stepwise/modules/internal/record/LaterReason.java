package org.stepwise.modules.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.stepwise.data.Id;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Ref;
import org.stepwise.log.event.Personal;
import org.stepwise.log.event.Upcaster;
import org.stepwise.record.Described;

/**
 * {@link Reason} as a later version of its module describes it: codes are longer, it has lost its year, {@code ours} is
 * called {@code mine}, and it has two components more.
 */
@Described(value = "office.reasons", version = 2, upcasters = LaterReason.Renamed.class)
public record LaterReason(
        @Key @Max(20) String code,
        @Must @ByLanguage String name,
        Reason.Weight order,
        @Price BigDecimal cost,
        @Count Integer days,
        boolean mine,
        @Ref("office.rooms") Id heardIn,
        @Personal String toldBy,
        boolean hidden,
        @ByLanguage String note) {

    /** From 1 to 2. */
    public static final class Renamed implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode older) {
            older.set("mine", older.remove("ours"));
            return older;
        }
    }
}
