package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.answer.Idempotency;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.operation.Meters;
import org.stepwise.web.internal.resource.Resources;

/** The REST door: who calls, then the idempotency key, then the resource. */
@Component(service = {PathServlet.class, ApiServlet.class})
public final class ApiServlet extends PathServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String SESSION = "/session";

    private final transient Gate gate;
    private final transient Callers callers;
    private final transient Idempotency idempotency;
    private final transient Resources resources;
    private final transient Meters meters;
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public ApiServlet(
            @Reference Gate gate,
            @Reference Callers callers,
            @Reference Idempotency idempotency,
            @Reference Resources resources,
            @Reference Meters meters) {
        super("/api/*");
        this.gate = gate;
        this.callers = callers;
        this.idempotency = idempotency;
        this.resources = resources;
        this.meters = meters;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var started = System.nanoTime();
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        try {
            admit(WITH_BODY.contains(request.getMethod()) ? new BufferedRequest(request) : request, response);
        } catch (UncheckedIOException disconnected) {
            throw disconnected.getCause();
        } catch (ServletException | RuntimeException failed) {
            Answering.problem(mapper, response, failed);
        } finally {
            meters.answered(request.getMethod(), response.getStatus(), System.nanoTime() - started);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (isLogin(request)) {
            resources.serve(getServletConfig(), request, response);
            return;
        }
        var visit = gate.find(request).orElseThrow(Answering::nobody);
        request.setAttribute(Visit.ATTRIBUTE, visit);
        callers.as(visit.caller().through("rest"), () -> {
            serve(request, response);
            return null;
        });
    }

    private static boolean isLogin(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && SESSION.equals(request.getPathInfo());
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) {
        var key = request.getHeader(Idempotency.HEADER);
        try {
            if (key != null && "POST".equals(request.getMethod()) && request instanceof BufferedRequest buffered) {
                var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                var keyed = new Idempotency.Request(key, "POST", request.getPathInfo() + query, buffered.body());
                idempotency.serve(keyed, response, captured -> resources.serve(getServletConfig(), request, captured));
            } else {
                resources.serve(getServletConfig(), request, response);
            }
        } catch (IOException disconnected) {
            throw new UncheckedIOException(disconnected);
        }
    }
}
