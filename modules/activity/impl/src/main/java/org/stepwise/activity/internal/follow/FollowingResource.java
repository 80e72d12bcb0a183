package org.stepwise.activity.internal.follow;

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
import org.stepwise.activity.Followers;
import org.stepwise.activity.Followers.Followed;

/** What the caller follows, and what is new. */
@Component(service = FollowingResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("activity/following")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowingResource {
    private final Followers followers;

    @Activate
    public FollowingResource(@Reference Followers followers) {
        this.followers = followers;
    }

    @GET
    public Map<String, List<Followed>> following() {
        return Map.of("items", followers.following());
    }
}
