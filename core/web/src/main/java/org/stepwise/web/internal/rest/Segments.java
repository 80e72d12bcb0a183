package org.stepwise.web.internal.rest;

import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;

/** What the segments of an address mean. */
final class Segments {
    private Segments() {}

    /** What is no id leads nowhere. */
    static Id id(String segment) {
        try {
            return Id.parse(segment);
        } catch (Rejected malformed) {
            throw new NotFound("erp.id.unknown", malformed.getMessage());
        }
    }
}
