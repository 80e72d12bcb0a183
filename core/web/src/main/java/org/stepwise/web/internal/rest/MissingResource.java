package org.stepwise.web.internal.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.PathSegment;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.error.Refusal;
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
    public void get(@Context UriInfo address) {
        throw missing(address);
    }

    @POST
    public void post(@Context UriInfo address) {
        throw missing(address);
    }

    @PUT
    public void put(@Context UriInfo address) {
        throw missing(address);
    }

    @DELETE
    public void delete(@Context UriInfo address) {
        throw missing(address);
    }

    private Refusal missing(UriInfo address) {
        return registers.missing(
                address.getPathSegments().stream().map(PathSegment::getPath).toList());
    }
}
