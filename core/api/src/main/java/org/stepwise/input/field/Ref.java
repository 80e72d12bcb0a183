package org.stepwise.input.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id is one of a row of another register, such as {@code masterdata.parties}. Who names it anew names one that
 * there is, and that is in use.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Ref {
    String value();

    /** Whether one that is archived, erased or out of use may be named as well: a debt is paid whoever is erased. */
    boolean ended() default false;
}
