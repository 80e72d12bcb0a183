package org.stepwise.modules.internal.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.Plan;
import org.stepwise.module.Modules.Setting;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.module.Replays;
import org.stepwise.modules.internal.replay.ReplayView;
import org.stepwise.security.Callers;

/** {@code /api/modules}: what the modules page shows and does. */
@Component(service = ModulesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    private final Modules modules;
    private final Callers callers;
    private final Replays replays;
    private final ReplayView view;

    @Activate
    public ModulesResource(
            @Reference Modules modules,
            @Reference Callers callers,
            @Reference Replays replays,
            @Reference ReplayView view) {
        this.modules = modules;
        this.callers = callers;
        this.replays = replays;
        this.view = view;
    }

    @GET
    public Map<String, Object> list() {
        return Map.of(
                "items",
                modules.list(company()).stream().map(ModulesResource::view).toList());
    }

    @GET
    @Path("{name}")
    public Map<String, Object> find(@PathParam("name") String name) {
        return view(modules.find(company(), name));
    }

    @GET
    @Path("{name}/plan")
    public Map<String, Object> plan(@PathParam("name") String name) {
        return view(modules.plan(company(), name));
    }

    /** The newest replay since the server has started, under way or ended. */
    @GET
    @Path("{name}/replay")
    public Map<String, Object> replay(@PathParam("name") String name) {
        return view.of(
                company(),
                replays.find(company(), name)
                        .orElseThrow(() -> new NotFound(
                                "erp.replay.none",
                                "the log has not been replayed for " + name + " since the server started; start it")));
    }

    @POST
    @Path("{name}/replay")
    public Response startReplay(@PathParam("name") String name) {
        replays.start(company(), name);
        return Response.accepted(replay(name)).build();
    }

    @DELETE
    @Path("{name}/replay")
    public Map<String, Object> endReplay(@PathParam("name") String name) {
        replays.cancel(company(), name);
        return replay(name);
    }

    /** Begins a replay whose differences are posted as corrections. */
    @POST
    @Path("{name}/corrections")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response correct(@PathParam("name") String name, CorrectRequest request) {
        replays.correct(company(), name, request == null ? null : request.reason);
        return Response.accepted(replay(name)).build();
    }

    @POST
    @Path("{name}/enable")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response enable(@PathParam("name") String name, EnableRequest request) {
        modules.enable(company(), name, request == null || request.settings == null ? Map.of() : request.settings);
        return Response.accepted(view(modules.find(company(), name))).build();
    }

    @POST
    @Path("{name}/disable")
    public Map<String, Object> disable(@PathParam("name") String name) {
        modules.disable(company(), name);
        return view(modules.find(company(), name));
    }

    @POST
    @Path("{name}/purge")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Map<String, Object> purge(@PathParam("name") String name, PurgeRequest request) {
        modules.purge(company(), name, request == null ? null : request.confirm);
        return view(modules.find(company(), name));
    }

    private Id company() {
        return callers.current().company();
    }

    private static Map<String, Object> view(Standing standing) {
        var view = new LinkedHashMap<String, Object>();
        view.put("name", standing.name());
        view.put("title", standing.title());
        view.put("state", standing.state().name().toLowerCase(Locale.ROOT));
        view.put("reason", standing.reason().isEmpty() ? null : standing.reason());
        view.put("position", Long.toString(standing.position()));
        view.put("alwaysOn", standing.alwaysOn());
        view.put("progress", standing.state() == State.ENABLING ? progress(standing) : null);
        return view;
    }

    private static Map<String, Object> progress(Standing standing) {
        return Map.of("read", standing.read(), "total", standing.total(), "secondsLeft", standing.secondsLeft());
    }

    private static Map<String, Object> view(Plan plan) {
        var view = new LinkedHashMap<String, Object>();
        view.put("module", plan.module());
        view.put("features", plan.features());
        view.put("bundles", plan.bundles());
        view.put("migrations", plan.migrations());
        view.put("events", plan.events());
        view.put("seconds", plan.seconds());
        view.put("missingSettings", missing(plan.settings()));
        view.put("warnings", plan.warnings());
        view.put("losses", plan.losses());
        view.put("settings", plan.settings().stream().map(ModulesResource::view).toList());
        return view;
    }

    private static List<String> missing(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> setting.required() && setting.value() == null)
                .map(Setting::name)
                .toList();
    }

    private static Map<String, Object> view(Setting setting) {
        var view = new LinkedHashMap<String, Object>();
        view.put("name", setting.name());
        view.put("title", setting.title());
        view.put("type", setting.choices().isEmpty() ? "text" : "choice");
        view.put("choices", setting.choices());
        view.put("required", setting.required());
        view.put("value", setting.value());
        return view;
    }

    /** Business settings by name. */
    public record EnableRequest(Map<String, String> settings) {}

    /** Why figures are corrected. */
    public record CorrectRequest(String reason) {}

    /** The module's name, typed by hand. */
    public record PurgeRequest(String confirm) {}
}
