package org.stepwise.web.internal.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.register.ModuleStates;
import org.stepwise.web.internal.screen.ModuleFiles;

/** Which modules are on that the caller may do anything in, and where their screens begin. */
@Component(service = UiModulesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("ui-modules")
@Produces(MediaType.APPLICATION_JSON)
public final class UiModulesResource {
    private final ModuleStates states;
    private final ModuleFiles files;
    private final Callers callers;

    @Activate
    public UiModulesResource(@Reference ModuleStates states, @Reference ModuleFiles files, @Reference Callers callers) {
        this.states = states;
        this.files = files;
        this.callers = callers;
    }

    /** A module that is on; {@code entry} is null when it has no screens of its own. */
    public record Item(String name, String title, String entry) {}

    @GET
    public Map<String, List<Item>> all() {
        var caller = callers.current();
        var items = states.all().stream()
                .filter(module -> module.state() == Modules.State.ON && concerns(caller, module.name()))
                .map(module -> new Item(
                        module.name(),
                        module.title(),
                        files.entry(module.name()).orElse(null)))
                .toList();
        return Map.of("items", items);
    }

    /** Permissions begin with the name of their module. */
    private static boolean concerns(Caller caller, String module) {
        return caller.permissions().stream().anyMatch(each -> each.equals("*") || each.startsWith(module + "."));
    }
}
