package org.stepwise.web.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request as the servlet of a pattern sees it: what of its path the pattern says, and the rest. */
final class PathRequest extends HttpServletRequestWrapper {
    private final String servletPath;
    private final String pathInfo;

    /** {@code pathInfo} is null when there is no rest. */
    PathRequest(HttpServletRequest request, String servletPath, String pathInfo) {
        super(request);
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
    }

    @Override
    public String getServletPath() {
        return servletPath;
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }
}
