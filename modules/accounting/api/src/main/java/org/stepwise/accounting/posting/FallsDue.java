package org.stepwise.accounting.posting;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** An event by which a party owes us something, we owe a party, or one of the two is settled. */
@ConsumerType
public interface FallsDue {
    List<Due> due();
}
