package org.stepwise.web.internal.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.web.internal.register.Registers;

/** What no resource answers: it says whether a module would have to be switched on first. */
@Component(service = MissingResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("{module}/{plural}{rest: (/.*)?}")
public final class MissingResource {
    private final Registers registers;

    @Activate
    public MissingResource(@Reference Registers registers) {
        this.registers = registers;
    }

    @GET
    public void get(@PathParam("module") String module, @PathParam("plural") String plural) {
        throw registers.missing(module, plural);
    }

    @POST
    public void post(@PathParam("module") String module, @PathParam("plural") String plural) {
        throw registers.missing(module, plural);
    }

    @PUT
    public void put(@PathParam("module") String module, @PathParam("plural") String plural) {
        throw registers.missing(module, plural);
    }

    @DELETE
    public void delete(@PathParam("module") String module, @PathParam("plural") String plural) {
        throw registers.missing(module, plural);
    }
}
