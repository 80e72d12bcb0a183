package org.stepwise.security;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** What those who did something are called: facts name them by id, and people read names. */
@ProviderType
public interface UserNames {
    /** Display names by id; who is no user, such as the console, is left out. */
    Map<Id, String> of(Collection<Id> users);
}
