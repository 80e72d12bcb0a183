package org.stepwise.accounting.posting;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An event for which something is posted: itself, or what is concluded from it later, by a module that may still be
 * off. A posting rule that it could have used may not be set behind it any more (law 7).
 */
@ConsumerType
public interface NeedsAccounts {
    /** By these purposes. */
    Set<? extends Purpose> purposes();

    /**
     * Whether it could have used the rule.
     *
     * @param dimension as a rule names it; null for the rule that holds whatever the dimension
     */
    default boolean needs(String purpose, String dimension) {
        return purposes().stream().anyMatch(each -> each.name().equals(purpose));
    }
}
