package org.stepwise.log.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and schema version under which an event is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** Such as {@code crm.order-confirmed}; never reused for another meaning. */
    String value();

    /**
     * The modules besides its owner that have a hand door for this fact, open while the owner is off (law 10), such as
     * {@code crm} for a delivery. The owner is what stands before the dot of the type.
     */
    String[] doors() default {};

    int version() default 1;

    /** Whether it says anew the whole of what its row is: in a history its difference to the one before is told. */
    boolean restates() default false;

    /** The permission to be told of it in a history, besides those to read the row; none where the lists decide. */
    String needs() default "";

    /** One for each earlier version, oldest first: the first brings version 1 to 2. */
    Class<? extends Upcaster>[] upcasters() default {};
}
