package org.stepwise.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text is the number that the platform gives in this series, after the commit, to documents whose fact is {@link
 * org.stepwise.log.event.Numbered}. It is noted by the platform; a fold finds nothing in it and need not keep it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Series {
    /** Such as {@code RNT}. */
    String value();
}
