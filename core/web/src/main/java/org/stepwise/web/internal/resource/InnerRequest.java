package org.stepwise.web.internal.resource;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.stepwise.web.internal.register.Registers;

/** A request that a register answers, or what is below each of its rows, on its inner path. */
final class InnerRequest extends HttpServletRequestWrapper {
    private static final String REGISTERS = "/registers";

    private final String inner;

    private InnerRequest(HttpServletRequest request, String inner) {
        super(request);
        this.inner = inner;
    }

    /** The request itself when neither answers it. */
    static HttpServletRequest route(HttpServletRequest request, Registers registers, PartsOfRows parts) {
        var path = request.getPathInfo();
        if (path == null || path.length() <= 1) {
            return request;
        }
        var segments = List.of(path.substring(1).split("/"));
        if (registers.answer(segments)) {
            return new InnerRequest(request, REGISTERS);
        }
        return parts.answering(segments)
                .<HttpServletRequest>map(root -> new InnerRequest(request, root))
                .orElse(request);
    }

    @Override
    public String getPathInfo() {
        return inner + super.getPathInfo();
    }

    @Override
    public String getRequestURI() {
        var uri = super.getRequestURI();
        var root = getContextPath().length() + getServletPath().length();
        return uri.substring(0, root) + inner + uri.substring(root);
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        return url.insert(
                url.length()
                        - super.getRequestURI().length()
                        + getContextPath().length()
                        + getServletPath().length(),
                inner);
    }
}
