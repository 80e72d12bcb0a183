package org.stepwise.masterdata.internal.rest;

import java.util.Arrays;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.masterdata.StandardLists;
import org.stepwise.masterdata.StandardLists.Standard;

/** Takes over lists of the world: {@code countries}, {@code currencies}. */
@Component(service = StandardListsResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("masterdata/standard-lists")
@Produces(MediaType.APPLICATION_JSON)
public final class StandardListsResource {
    private final StandardLists lists;

    @Activate
    public StandardListsResource(@Reference StandardLists lists) {
        this.lists = lists;
    }

    /** Takes over what the company does not have yet, and says how many that was. */
    @POST
    @Path("{list}")
    public Map<String, Integer> take(@PathParam("list") String list) {
        var wanted = Arrays.stream(Standard.values())
                .filter(known -> known.name().equalsIgnoreCase(list))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "masterdata.standard-list.unknown",
                        "there is no list \"" + Quoted.of(list) + "\" of the world; take countries or currencies"));
        return Map.of("taken", lists.take(wanted));
    }
}
