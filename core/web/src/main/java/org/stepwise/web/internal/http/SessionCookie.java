package org.stepwise.web.internal.http;

import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie of a session: no script reads it, no other site sends it, and over TLS it never leaves TLS. */
public final class SessionCookie {
    private static final String NAME = "stepwise-session";

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The value of {@code Set-Cookie}; it ends with the browser, or before that when it is not used. */
    public static String set(HttpServletRequest request, String token) {
        return NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (request.isSecure() ? "; Secure" : "");
    }

    public static String clear(HttpServletRequest request) {
        return set(request, "") + "; Max-Age=0";
    }
}
