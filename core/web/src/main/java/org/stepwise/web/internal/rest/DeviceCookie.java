package org.stepwise.web.internal.rest;

import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie by which a device is known again where people log in; it is sent nowhere else, and opens nothing. */
final class DeviceCookie {
    private static final String NAME = "stepwise-device";
    private static final String PATH = "/api/session";
    private static final int DAYS = 180;

    private DeviceCookie() {}

    /** Null when there is none. */
    static String read(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The value of {@code Set-Cookie}; with each login it is kept for so many days more. */
    static String set(HttpServletRequest request, String secret) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(NAME, secret, PATH, DAYS * 86_400, request.isSecure() ? "; Secure" : "");
    }
}
