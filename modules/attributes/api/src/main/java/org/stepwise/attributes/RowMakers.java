package org.stepwise.attributes;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;
import org.stepwise.log.event.Fact;

/**
 * Whiteboard: by which facts rows of registers come to be, so that a required attribute is asked for at whichever door
 * the fact comes. A module without one asks for required attributes in its forms alone; described records need none.
 */
@ConsumerType
public interface RowMakers {
    /** The rows that the fact makes; none for most facts. */
    List<Made> made(Fact fact);

    /**
     * A row that comes to be.
     *
     * @param lines the numbers of its lines; none for what is no document with lines
     * @param known whether it was there before and is only told anew
     */
    record Made(String register, Id row, List<Integer> lines, BooleanSupplier known) {
        public Made(String register, Id row, BooleanSupplier known) {
            this(register, row, List.of(), known);
        }
    }
}
