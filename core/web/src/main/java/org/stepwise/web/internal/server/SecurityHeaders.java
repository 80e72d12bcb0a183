package org.stepwise.web.internal.server;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What browsers are told about every answer, Jetty's own included; pages add their own policy for scripts. */
final class SecurityHeaders implements HttpConfiguration.Customizer {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        put(answer);
        if (request.isSecure()) {
            answer.put("Strict-Transport-Security", "max-age=31536000");
        }
        return request;
    }

    static void put(HttpFields.Mutable answer) {
        ALWAYS.forEach(answer::put);
    }
}
