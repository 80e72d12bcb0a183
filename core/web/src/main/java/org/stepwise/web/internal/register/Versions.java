package org.stepwise.web.internal.register;

import org.stepwise.error.Rejected;

/** A document's version as an entity tag. */
public final class Versions {
    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version a change was made on; without it somebody else's change could be overwritten unseen. */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Rejected(
                    "erp.request.if-match-missing",
                    "a change needs the header If-Match with the ETag of the document that was changed; read it first");
        }
        return parse(ifMatch);
    }

    /** As {@link #required}, -1 for none. */
    public static long optional(String ifMatch) {
        return ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*") ? -1 : parse(ifMatch);
    }

    private static long parse(String ifMatch) {
        var digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new Rejected("erp.request.malformed", "If-Match is to be one ETag as it was answered, such as \"3\"");
        }
        return Long.parseLong(digits);
    }
}
