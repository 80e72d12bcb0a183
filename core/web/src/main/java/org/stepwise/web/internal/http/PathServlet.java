package org.stepwise.web.internal.http;

import javax.servlet.http.HttpServlet;

/** What the server answers with at some of its paths. {@link FrontServlet} finds it. */
public abstract class PathServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final String pattern;

    /** As servlets are mapped: {@code /path} for one path, {@code /path/*} for it and all below. */
    protected PathServlet(String pattern) {
        this.pattern = pattern;
    }

    final String pattern() {
        return pattern;
    }
}
