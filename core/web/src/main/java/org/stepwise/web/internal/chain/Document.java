package org.stepwise.web.internal.chain;

import java.util.Map;
import org.stepwise.data.Id;

/** A document as the lists show it that have it: a delivery of the warehouse is one of sales, too. */
record Document(Key key, Map<String, Map<String, Object>> rows) {

    /**
     * What tells documents apart.
     *
     * @param record the list of a record of the document that has the document's own id, as its journal; null for the
     *     document
     */
    record Key(Id id, String record) {
        static Key of(Id id) {
            return new Key(id, null);
        }
    }
}
