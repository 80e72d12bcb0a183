package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Readiness;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.operation.Booted;

/** Whether the server can be worked with; needs no login and tells nothing else. */
@Component(service = PathServlet.class)
public final class HealthServlet extends PathServlet {
    private static final long serialVersionUID = 1L;

    private final transient List<Readiness> parts = new CopyOnWriteArrayList<>();
    private final transient List<ApiServlet> doors = new CopyOnWriteArrayList<>();
    private final transient List<Booted> boots = new CopyOnWriteArrayList<>();
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public HealthServlet() {
        super("/health");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPart(Readiness part) {
        parts.add(part);
    }

    public void removePart(Readiness part) {
        parts.remove(part);
    }

    /** The REST door opens when database, log, security and life cycle are there. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDoor(ApiServlet door) {
        doors.add(door);
    }

    public void removeDoor(ApiServlet door) {
        doors.remove(door);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addBoot(Booted boot) {
        boots.add(boot);
    }

    public void removeBoot(Booted boot) {
        boots.remove(boot);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var busy = parts.stream().map(Readiness::busy).flatMap(Optional::stream).toList();
        var ready = busy.isEmpty() && !doors.isEmpty() && !boots.isEmpty();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", ready ? "ready" : status(busy));
        answer.put("progress", busy.isEmpty() ? null : String.join("; ", busy));
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        Answering.json(mapper, response, "application/json", answer);
    }

    private String status(List<String> busy) {
        var importing = busy.stream().anyMatch(each -> each.startsWith("importing"));
        return importing && !doors.isEmpty() ? "importing" : "starting";
    }
}
