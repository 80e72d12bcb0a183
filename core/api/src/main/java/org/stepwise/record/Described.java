package org.stepwise.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stepwise.log.event.Upcaster;

/**
 * The Java record describes what a company keeps of a simple thing, such as a payment term: its components are the
 * fields ({@link org.stepwise.input.field}), one of them is the {@link org.stepwise.input.field.Key}. The platform
 * makes of it the fact {@link Stated}, the table, list, form and permissions. Lives in the api bundle of its module and
 * is found there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Described {
    /** The register, module and plural, such as {@code masterdata.payment-terms}; never reused for another meaning. */
    String value();

    /**
     * One of them, such as {@code payment-term}; where it is left out, the plural without its s ({@code -ies} with y).
     */
    String one() default "";

    /** Of the schema, as of {@link org.stepwise.log.event.EventType#version}. */
    int version() default 1;

    /** As of {@link org.stepwise.log.event.EventType#upcasters}; they get the record, not the fact around it. */
    Class<? extends Upcaster>[] upcasters() default {};
}
