package org.stepwise.input.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Money, in four decimals, below {@link org.stepwise.input.Bounds#AMOUNT} in either direction. Where it changes hands,
 * the verb asks for the decimals of its currency.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Amount {
    /** Whether it may be below zero. */
    boolean signed() default true;
}
