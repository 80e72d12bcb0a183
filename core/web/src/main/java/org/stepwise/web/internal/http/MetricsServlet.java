package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.operation.Meters;
import org.stepwise.web.internal.operation.WebPermissions;

/** Measurements for Prometheus, to whoever sends a token with the permission. */
@Component(service = PathServlet.class)
public final class MetricsServlet extends PathServlet {
    private static final long serialVersionUID = 1L;

    private final transient Gate gate;
    private final transient Callers callers;
    private final transient Permissions permissions;
    private final transient Meters meters;
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public MetricsServlet(
            @Reference Gate gate,
            @Reference Callers callers,
            @Reference Permissions permissions,
            @Reference Meters meters) {
        super("/metrics");
        this.gate = gate;
        this.callers = callers;
        this.permissions = permissions;
        this.meters = meters;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var visit = gate.find(request).orElseThrow(Answering::nobody);
            var text = callers.as(visit.caller().through("rest"), () -> {
                permissions.require(WebPermissions.READ_METRICS);
                return meters.scrape();
            });
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException failed) {
            Answering.problem(mapper, response, failed);
        }
    }
}
