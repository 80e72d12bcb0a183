package org.stepwise.web.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.openapi.OpenApi;
import org.stepwise.web.internal.register.ModuleStates;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;
import org.stepwise.web.internal.resource.ResourceServlet;

/** The description of everything that is on, for programs. */
@Component(service = OpenApiResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final Registers registers;
    private final Texts texts;
    private final ResourceServlet resources;
    private final Callers callers;
    private final ModuleStates modules;

    @Activate
    public OpenApiResource(
            @Reference Registers registers,
            @Reference Texts texts,
            @Reference ResourceServlet resources,
            @Reference Callers callers,
            @Reference ModuleStates modules) {
        this.registers = registers;
        this.texts = texts;
        this.resources = resources;
        this.callers = callers;
        this.modules = modules;
    }

    @GET
    public ObjectNode describe() {
        var api = new OpenApi();
        var language = callers.current().language().getLanguage();
        registers.open().forEach(register -> api.add(register, texts.of(register, language)));
        resources.resources().stream()
                .map(Object::getClass)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(api::add);
        api.add(modules.settings());
        return api.document();
    }
}
