package org.stepwise.activity.internal;

import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
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

    /** What came to be below a row, at an address of its own. */
    public static Response created(Subject subject, String part, Id made) {
        var address = "/api/" + subject.register().replace('.', '/') + "/" + subject.row() + "/" + part + "/" + made;
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, address)
                .entity(Map.of("id", made))
                .build();
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
