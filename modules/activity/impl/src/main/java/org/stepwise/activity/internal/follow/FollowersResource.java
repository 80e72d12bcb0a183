package org.stepwise.activity.internal.follow;

import java.util.List;
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
import org.stepwise.activity.Author;
import org.stepwise.activity.Followers;
import org.stepwise.activity.internal.Addressed;
import org.stepwise.security.Callers;

/** Who follows a row of any register, at {@code /api/<module>/<plural>/{id}/followers}; {@code me} is who asks. */
@Component(service = FollowersResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("activity/rows/{module}/{plural}/{id}/followers")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowersResource {
    private final Followers followers;
    private final Callers callers;

    @Activate
    public FollowersResource(@Reference Followers followers, @Reference Callers callers) {
        this.followers = followers;
        this.callers = callers;
    }

    /** Who follows a row, and whether the caller does. */
    public record RowFollowers(List<Author> items, boolean following) {}

    @GET
    public RowFollowers listFollowers(
            @PathParam("module") String module, @PathParam("plural") String plural, @PathParam("id") String id) {
        var items = followers.of(Addressed.subject(module, plural, id));
        var me = callers.current().user();
        return new RowFollowers(items, items.stream().anyMatch(each -> each.id().equals(me)));
    }

    @POST
    @Path("me")
    public Response follow(
            @PathParam("module") String module, @PathParam("plural") String plural, @PathParam("id") String id) {
        followers.follow(Addressed.subject(module, plural, id));
        return Response.noContent().build();
    }

    @DELETE
    @Path("me")
    public Response unfollow(
            @PathParam("module") String module, @PathParam("plural") String plural, @PathParam("id") String id) {
        followers.unfollow(Addressed.subject(module, plural, id));
        return Response.noContent().build();
    }

    /** What was new is not any more. */
    @POST
    @Path("me/look")
    public Response look(
            @PathParam("module") String module, @PathParam("plural") String plural, @PathParam("id") String id) {
        followers.look(Addressed.subject(module, plural, id));
        return Response.noContent().build();
    }
}
