package org.stepwise.data;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.text.Named;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Reads pages of a list by key, with the typed filters and sort of {@link ListQuery}; never pastes text into SQL. */
@ProviderType
public interface Lists {
    Page page(TableList list, Id company, ListQuery query);

    /** What one thing is called, for documents that keep its id; empty when it has no name any more. */
    Optional<String> called(Named named, Id company, Id id);
}
