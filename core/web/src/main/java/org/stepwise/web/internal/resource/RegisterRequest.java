package org.stepwise.web.internal.resource;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.stepwise.web.internal.register.Registers;

/** A request that a register answers, on its inner path. */
final class RegisterRequest extends HttpServletRequestWrapper {
    private static final String INNER = "/registers";

    private RegisterRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself when no register answers it. */
    static HttpServletRequest route(HttpServletRequest request, Registers registers) {
        var path = request.getPathInfo();
        return path != null
                        && path.length() > 1
                        && registers.answer(List.of(path.substring(1).split("/")))
                ? new RegisterRequest(request)
                : request;
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
