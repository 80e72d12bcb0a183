package org.stepwise.web.internal.register;

import org.stepwise.error.Rejected;
import org.stepwise.web.Found;

/** A document's version as an entity tag. */
public final class Versions {
    private Versions() {}

    /** Of two parts where extensions have one: {@code "3-1f"}. */
    public static String tag(Found found) {
        return "\"" + found.version() + (found.beside() == null ? "" : "-" + found.beside()) + "\"";
    }

    /** What was seen of extensions; null for who did not look. */
    public static String beside(String ifMatch) {
        var parts = ifMatch == null ? new String[0] : bare(ifMatch).split("-", 2);
        return parts.length < 2 ? null : parts[1];
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
        var digits = bare(ifMatch).replaceFirst("-[0-9a-f]{1,8}$", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new Rejected("erp.request.malformed", "If-Match is to be one ETag as it was answered, such as \"3\"");
        }
        return Long.parseLong(digits);
    }

    private static String bare(String ifMatch) {
        return ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    }
}
