package org.stepwise.accounting.posting;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An event that the ledger posts. It says purely of itself what is posted: accounting asks no more, and the same event
 * says the same whenever it is asked. A fact that is posted is refused in a closed month, at whichever door.
 */
@ConsumerType
public interface Posted extends NeedsAccounts {
    Posting posting();

    @Override
    default Set<? extends Purpose> purposes() {
        return posting().purposes();
    }

    @Override
    default boolean needs(String purpose, String dimension) {
        return posting().needs(purpose, dimension);
    }
}
