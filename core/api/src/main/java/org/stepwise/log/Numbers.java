package org.stepwise.log;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** The numbers of documents, given without gaps in log order after commit. */
@ProviderType
public interface Numbers {
    /** The document's number, such as {@code INV-000042}; empty while it has none. */
    Optional<String> find(Id company, Id document);

    /** As {@link #find}, waiting up to two seconds for a document that has just been committed. */
    Optional<String> await(Id company, Id document);
}
