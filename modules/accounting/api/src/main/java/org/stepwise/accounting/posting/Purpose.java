package org.stepwise.accounting.posting;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an account is needed for; a dated posting rule says which account that is. Whoever declares events declares the
 * purposes that they are posted by: an enum that is annotated with {@link DeclaresPurposes}.
 */
@ConsumerType
public interface Purpose {
    /** Such as {@code REVENUE}; no other of the server has it. */
    String name();

    /** As it is asked for while accounting is switched on; lists say {@code posting-rules.purpose.<NAME>}. */
    String title();

    /** The account of the chart that it is posted to where nothing else is given. */
    String account();
}
