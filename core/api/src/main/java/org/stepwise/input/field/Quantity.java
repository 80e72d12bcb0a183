package org.stepwise.input.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How much of something: more than zero, in six decimals, below {@link org.stepwise.input.Bounds#QUANTITY}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Quantity {
    /** Whether it may be zero. */
    boolean orNone() default false;
}
