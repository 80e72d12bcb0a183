package org.stepwise.web.internal.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.register.DescriptionView;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;

/** What lists and forms there are for the caller. */
@Component(service = DescriptionsResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("descriptions")
@Produces(MediaType.APPLICATION_JSON)
public final class DescriptionsResource {
    private final Registers registers;
    private final Texts texts;
    private final Callers callers;

    @Activate
    public DescriptionsResource(@Reference Registers registers, @Reference Texts texts, @Reference Callers callers) {
        this.registers = registers;
        this.texts = texts;
        this.callers = callers;
    }

    @GET
    public Map<String, List<DescriptionView>> all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        var caller = callers.current();
        var language = Texts.choose(accepted, caller.language().getLanguage());
        var items = registers.open().stream()
                .filter(register -> register.description().read() == null
                        || caller.may(register.description().read()))
                .map(register -> DescriptionView.of(register.description(), caller, texts.of(register, language)))
                .toList();
        return Map.of("items", items);
    }
}
