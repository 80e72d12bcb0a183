package org.stepwise.state;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What all who watch over the server have noticed. */
@ProviderType
public interface Conditions {

    /**
     * What is the matter now, what is down first; remembered for a second, so that asking often costs nothing. Those of
     * all companies: whoever shows them to somebody leaves out those of other companies.
     */
    List<Condition> now();
}
