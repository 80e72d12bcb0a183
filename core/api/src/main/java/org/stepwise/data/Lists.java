package org.stepwise.data;

import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Reads pages of a list by key, with the typed filters and sort of {@link ListQuery}; never pastes text into SQL. */
@ProviderType
public interface Lists {
    Page page(TableList list, Id company, ListQuery query);
}
