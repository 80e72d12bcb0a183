package org.stepwise.web.internal.http;

import org.stepwise.security.Caller;
import org.stepwise.security.Logins;

/** Who is behind a request; {@code session} is null for a program with an API token. */
public record Visit(Caller caller, Logins.Session session) {
    /** The attribute of the request under which resources find it. */
    public static final String ATTRIBUTE = Visit.class.getName();
}
