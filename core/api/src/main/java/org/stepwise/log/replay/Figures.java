package org.stepwise.log.replay;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;

/**
 * Whiteboard: what a module has posted, so that it can be compared with what another version of its code posts from the
 * same log. Amounts of the same fact, document, value date, party and kind count together; what adds up to nothing
 * counts as not there. Without it, only what the module concludes is compared.
 */
@ConsumerType
public interface Figures {
    String module();

    /**
     * The figures of the next so many documents, in the order of the documents' ids; only what stays as it is once it
     * is written. Read in a transaction.
     *
     * @param upTo what goes back to facts at or below this place in the log
     * @param after the ids of the documents are higher
     */
    List<Figure> posted(Id company, long upTo, Id after, int documents);
}
