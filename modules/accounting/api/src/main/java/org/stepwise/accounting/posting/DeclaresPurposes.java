package org.stepwise.accounting.posting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An enum whose constants are {@link Purpose}s of its bundle. The build names it in the header {@code
 * Stepwise-Purposes}; {@code web/i18n/<language>.json} of the bundle says what they are called.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DeclaresPurposes {
    /**
     * The kinds of vouchers that its events bring, called {@code journals.kind.<KIND>}, {@code open-items.kind.<KIND>}.
     */
    String[] kinds() default {};
}
