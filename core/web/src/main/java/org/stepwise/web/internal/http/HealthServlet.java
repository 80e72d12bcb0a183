package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Readiness;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Conditions;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.operation.Booted;

/**
 * Whether the server can be worked with, and by its code what is the matter with it; needs no login, so it tells of no
 * company and nothing in particular.
 */
@Component(service = PathServlet.class)
public final class HealthServlet extends PathServlet {
    private static final long serialVersionUID = 1L;
    private static final String READY = "ready";

    private final transient List<Readiness> parts = new CopyOnWriteArrayList<>();
    private final transient List<ApiServlet> doors = new CopyOnWriteArrayList<>();
    private final transient List<Booted> boots = new CopyOnWriteArrayList<>();
    private final transient ObjectMapper mapper = Json.mapper();
    private final transient Conditions conditions;

    @Activate
    public HealthServlet(@Reference Conditions conditions) {
        super("/health");
        this.conditions = conditions;
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
        var matters = matters();
        var status = matters.containsValue(Gravity.DOWN) ? "failing" : status(busy);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", status);
        answer.put("progress", busy.isEmpty() ? null : String.join("; ", busy));
        answer.put(
                "conditions",
                matters.entrySet().stream().map(HealthServlet::view).toList());
        response.setStatus(
                status.equals(READY) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        Answering.json(mapper, response, "application/json", answer);
    }

    /** By code the worst. */
    private Map<String, Gravity> matters() {
        var worst = new TreeMap<String, Gravity>();
        for (Condition condition : conditions.now()) {
            worst.merge(condition.code(), condition.gravity(), BinaryOperator.maxBy(Comparator.naturalOrder()));
        }
        return worst;
    }

    private static Map<String, Object> view(Map.Entry<String, Gravity> matter) {
        var view = new LinkedHashMap<String, Object>();
        view.put("code", matter.getKey());
        view.put("gravity", matter.getValue().name().toLowerCase(Locale.ROOT));
        return view;
    }

    private String status(List<String> busy) {
        if (busy.isEmpty() && !doors.isEmpty() && !boots.isEmpty()) {
            return READY;
        }
        var importing = busy.stream().anyMatch(each -> each.startsWith("importing"));
        return importing && !doors.isEmpty() ? "importing" : "starting";
    }
}
