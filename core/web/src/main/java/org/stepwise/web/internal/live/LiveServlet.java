package org.stepwise.web.internal.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.security.Caller;
import org.stepwise.security.Logins;
import org.stepwise.web.internal.http.Answering;
import org.stepwise.web.internal.http.Gate;
import org.stepwise.web.internal.http.PathServlet;
import org.stepwise.web.internal.http.Visit;
import org.stepwise.web.internal.json.Json;

/** Tells open screens what happens, as server-sent events. */
@Component(service = PathServlet.class)
public final class LiveServlet extends PathServlet {
    private static final long serialVersionUID = 1L;

    private static final String BEARER = "Bearer ";

    private final transient Gate gate;
    private final transient Logins logins;
    private final transient LiveScreens screens;
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public LiveServlet(@Reference Gate gate, @Reference Logins logins, @Reference LiveScreens screens) {
        super("/api/live");
        this.gate = gate;
        this.logins = logins;
        this.screens = screens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var visit = gate.find(request).orElseThrow(Answering::nobody);
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var context = request.startAsync();
            context.setTimeout(0);
            var stream = new LiveStream(context, visit.caller(), opener(visit, request));
            context.getResponse().getOutputStream().setWriteListener(stream);
            screens.add(stream);
        } catch (RuntimeException failed) {
            Answering.problem(mapper, response, failed);
        }
    }

    /** The request is gone when it is asked: it keeps the secret of whoever the gate let in. */
    private Supplier<Optional<Caller>> opener(Visit visit, HttpServletRequest request) {
        if (visit.session() != null) {
            var token = visit.session().token();
            return () -> logins.session(token).map(Logins.Session::caller);
        }
        var token =
                request.getHeader("Authorization").substring(BEARER.length()).strip();
        return () -> logins.program(token);
    }
}
