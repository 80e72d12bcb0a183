package org.stepwise.web.internal.http;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What browsers are told about every answer; pages add their own policy for scripts. */
public final class SecurityHeaders implements Filter {
    private final CountDownLatch inForce = new CountDownLatch(1);

    /** False: not within so many milliseconds. */
    boolean areInForce(long milliseconds) throws InterruptedException {
        return inForce.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void init(FilterConfig config) {
        inForce.countDown();
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            answer.setHeader("X-Content-Type-Options", "nosniff");
            answer.setHeader("X-Frame-Options", "DENY");
            answer.setHeader("Referrer-Policy", "same-origin");
            answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            answer.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
            if (SessionCookie.isSecure(asked)) {
                answer.setHeader("Strict-Transport-Security", "max-age=31536000");
            }
        }
        chain.doFilter(request, response);
    }
}
