package org.stepwise.activity.internal;

import org.stepwise.activity.Subject;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;

/** What the segments of an address mean. */
public final class Addressed {
    private Addressed() {}

    public static Subject subject(String module, String plural, String id) {
        return new Subject(module + "." + plural, id(id));
    }

    /** What is no id leads nowhere. */
    public static Id id(String segment) {
        try {
            return Id.parse(segment);
        } catch (Rejected malformed) {
            throw new NotFound("erp.id.unknown", malformed.getMessage());
        }
    }
}
