package org.stepwise.web.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.log.Deliveries;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;
import org.stepwise.state.Condition;
import org.stepwise.state.Conditions;
import org.stepwise.web.internal.operation.WebPermissions;

/** {@code /api/state}: what is the matter with the server and with the caller's company. */
@Component(service = StateResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("state")
@Produces(MediaType.APPLICATION_JSON)
public final class StateResource {
    private static final int MOST_PARKED = 100;

    private final Conditions conditions;
    private final Deliveries deliveries;
    private final Callers callers;
    private final Permissions permissions;

    @Activate
    public StateResource(
            @Reference Conditions conditions,
            @Reference Deliveries deliveries,
            @Reference Callers callers,
            @Reference Permissions permissions) {
        this.conditions = conditions;
        this.deliveries = deliveries;
        this.callers = callers;
        this.permissions = permissions;
    }

    /** A condition; {@code wholeServer} is false for one of the caller's company. */
    public record View(String code, String gravity, boolean wholeServer, String message, Map<String, String> values) {}

    @GET
    public Map<String, List<View>> now() {
        permissions.require(WebPermissions.READ_STATE);
        var company = callers.current().company();
        var items = conditions.now().stream()
                .filter(condition -> condition.concerns(company))
                .map(StateResource::view)
                .toList();
        return Map.of("items", items);
    }

    /** An event that a subscription could not take in, or holds back behind one that it could not. */
    public record ParkedView(String subscription, String position, String type, String reason) {}

    /** The company's parked events, as many as somebody may want to look through. */
    @GET
    @Path("parked")
    public Map<String, List<ParkedView>> parked() {
        permissions.require(WebPermissions.READ_STATE);
        var items = deliveries.parked(callers.current().company()).stream()
                .limit(MOST_PARKED)
                .map(each ->
                        new ParkedView(each.subscription(), Long.toString(each.position()), each.type(), each.reason()))
                .toList();
        return Map.of("items", items);
    }

    private static View view(Condition condition) {
        return new View(
                condition.code(),
                condition.gravity().name().toLowerCase(Locale.ROOT),
                condition.company() == null,
                condition.message(),
                new TreeMap<>(condition.values()));
    }
}
