package org.stepwise.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Java record says what a document looks like: its components are the fields of its head ({@link
 * org.stepwise.input.field}), and a list of records called {@code lines} is its lines. The platform keeps the tables,
 * and makes list, look-up and chain of it ({@link Documents}); what happens to it the module says in facts, each of
 * which is folded into it ({@link Folds}). Lives in the api bundle of its module and is found there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Document {
    /** The register, module and plural, such as {@code rental.rentals}; never reused for another meaning. */
    String value();

    /** One of them, such as {@code rental}; where it is left out, the plural without its s ({@code -ies} with y). */
    String one() default "";

    /** The permission to list and see; where it is left out, {@code <module>.<one>.read}. */
    String read() default "";
}
