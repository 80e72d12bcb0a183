package org.stepwise.web.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.stepwise.web.internal.register.Registers;

/** A request that a register answers, on its inner path. */
final class RegisterRequest extends HttpServletRequestWrapper {
    private static final String INNER = "/registers";
    private static final int ACT = 4;

    private RegisterRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself when no register answers it. */
    static HttpServletRequest route(HttpServletRequest request, Registers registers) {
        var path = request.getPathInfo();
        var segments = path == null || path.isEmpty()
                ? new String[0]
                : path.substring(1).split("/");
        if (segments.length < 2 || segments.length > ACT || !registers.has(segments[0], segments[1])) {
            return request;
        }
        var isAct = segments.length == ACT;
        var verbs = registers.find(segments[0], segments[1]).description().verbs();
        if (isAct && verbs.stream().noneMatch(verb -> verb.name().equals(segments[ACT - 1]))) {
            return request;
        }
        return new RegisterRequest(request);
    }

    @Override
    public String getPathInfo() {
        return INNER + super.getPathInfo();
    }

    @Override
    public String getRequestURI() {
        var uri = super.getRequestURI();
        var root = getContextPath().length() + getServletPath().length();
        return uri.substring(0, root) + INNER + uri.substring(root);
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        return url.insert(
                url.length()
                        - super.getRequestURI().length()
                        + getContextPath().length()
                        + getServletPath().length(),
                INNER);
    }
}
