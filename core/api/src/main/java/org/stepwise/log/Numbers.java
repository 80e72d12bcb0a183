package org.stepwise.log;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /**
     * The documents of these series that were numbered after one of a later day: two were under way at once. In the
     * order of their numbers.
     */
    List<OutOfOrder> outOfOrder(Id company, Collection<String> series);

    /** A document of a day before {@code newest}, which an earlier number of its series has. */
    record OutOfOrder(Id document, String number, LocalDate on, LocalDate newest) {}
}
