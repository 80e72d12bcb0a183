package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.answer.Idempotency;
import org.stepwise.web.internal.intake.Entry;
import org.stepwise.web.internal.intake.Intake;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.operation.Meters;
import org.stepwise.web.internal.resource.Resources;

/** The REST door: who calls, then the idempotency key, then the resource. */
@Component(service = {PathServlet.class, ApiServlet.class})
public final class ApiServlet extends PathServlet {
    private static final long serialVersionUID = 1L;
    private static final String SESSION = "/session";

    private final transient Gate gate;
    private final transient Intake intake;
    private final transient Callers callers;
    private final transient Idempotency idempotency;
    private final transient Resources resources;
    private final transient Meters meters;
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public ApiServlet(
            @Reference Gate gate,
            @Reference Intake intake,
            @Reference Callers callers,
            @Reference Idempotency idempotency,
            @Reference Resources resources,
            @Reference Meters meters) {
        super("/api/*");
        this.gate = gate;
        this.intake = intake;
        this.callers = callers;
        this.idempotency = idempotency;
        this.resources = resources;
        this.meters = meters;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        var entry = Entry.of(request);
        try {
            if (entry == null) {
                arrive(request, response);
            } else {
                answer(entry, visit(request), request, response);
            }
        } catch (RuntimeException refused) {
            // It could not be found out who calls: of a request that has waited, once more.
            refuse(refused, request, response);
            if (entry != null) {
                entry.close();
            }
        }
    }

    /** Who is not let in, and what is too much, is known before the body is read. */
    private void arrive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visit = visit(request);
        if (intake.admit(request, visit.map(known -> known.caller().user()).orElse(null))) {
            answer(Entry.of(request), visit, request, response);
        }
    }

    private void refuse(RuntimeException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var untouched = request.getDispatcherType() == DispatcherType.REQUEST && Intake.hasBody(request);
        if (untouched) {
            response.setHeader("Connection", "close");
        }
        Answering.problem(mapper, response, refused);
        if (untouched && request.getHeader("Expect") == null) {
            response.flushBuffer();
            intake.discard(request);
        }
        meters.answered(request.getMethod(), response.getStatus(), 0);
    }

    /** Empty for who wants to log in. */
    private Optional<Visit> visit(HttpServletRequest request) {
        return isLogin(request)
                ? Optional.empty()
                : Optional.of(gate.find(request).orElseThrow(Answering::nobody));
    }

    private void answer(Entry entry, Optional<Visit> visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (entry) {
            if (entry.refusal() != null) {
                throw entry.refusal();
            }
            serve(entry, visit, new ReceivedRequest(request, entry), response);
        } catch (UncheckedIOException disconnected) {
            throw disconnected.getCause();
        } catch (RuntimeException failed) {
            Answering.problem(mapper, response, failed);
        } finally {
            meters.answered(request.getMethod(), response.getStatus(), System.nanoTime() - entry.began());
        }
    }

    private void serve(Entry entry, Optional<Visit> visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (visit.isEmpty()) {
            resources.serve(getServletConfig(), request, response);
            return;
        }
        request.setAttribute(Visit.ATTRIBUTE, visit.get());
        var door = visit.get().session() == null ? "rest" : "browser";
        callers.as(visit.get().caller().through(door), () -> {
            serve(entry, request, response);
            return null;
        });
    }

    private static boolean isLogin(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && SESSION.equals(request.getPathInfo());
    }

    private void serve(Entry entry, HttpServletRequest request, HttpServletResponse response) {
        var key = request.getHeader(Idempotency.HEADER);
        try {
            if (key != null && "POST".equals(request.getMethod())) {
                var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                var keyed = new Idempotency.Request(key, "POST", request.getPathInfo() + query, entry::open);
                idempotency.serve(keyed, response, captured -> resources.serve(getServletConfig(), request, captured));
            } else {
                resources.serve(getServletConfig(), request, response);
            }
        } catch (IOException disconnected) {
            throw new UncheckedIOException(disconnected);
        }
    }
}
