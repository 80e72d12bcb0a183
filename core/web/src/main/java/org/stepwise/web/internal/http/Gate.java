package org.stepwise.web.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.Rejected;
import org.stepwise.security.Logins;

/** Finds out who sends a request: a person by session cookie, a program by {@code Authorization: Bearer}. */
@Component(service = Gate.class)
public final class Gate {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";
    /** What is open to a session that a one-time password has opened. */
    private static final Set<String> TO_CHANGE_PASSWORD =
            Set.of("GET /api/session", "DELETE /api/session", "PUT /api/session/password");

    private final Logins logins;

    @Activate
    public Gate(@Reference Logins logins) {
        this.logins = logins;
    }

    /**
     * Empty for nobody; refuses an unsafe request of a browser that does not repeat the session's CSRF token, and
     * whatever somebody with a one-time password wants besides choosing another.
     */
    public Optional<Visit> find(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.startsWith(BEARER)
                    ? logins.program(authorization.substring(BEARER.length()).strip())
                            .map(caller -> new Visit(caller, null))
                    : Optional.empty();
        }
        var session = SessionCookie.read(request).flatMap(logins::session);
        session.ifPresent(open -> requireToken(request, open));
        session.filter(Logins.Session::mustChangePassword).ifPresent(open -> requireChange(request));
        return session.map(open -> new Visit(open.caller(), open));
    }

    private static void requireToken(HttpServletRequest request, Logins.Session session) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        var told = request.getHeader("X-CSRF-Token");
        if (told == null || !MessageDigest.isEqual(bytes(told), bytes(session.csrf()))) {
            throw new Rejected(
                    "erp.session.csrf",
                    "the header X-CSRF-Token is missing or not that of the session; read it anew from /api/session");
        }
    }

    private static void requireChange(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (!TO_CHANGE_PASSWORD.contains(request.getMethod() + " " + path)) {
            throw new Rejected(
                    "erp.password.must-change",
                    "this session was opened by a one-time password, and nothing else can be done in it: choose a"
                            + " password of your own first");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
