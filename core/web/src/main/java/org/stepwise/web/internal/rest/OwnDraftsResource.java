package org.stepwise.web.internal.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.web.internal.draft.DraftPages;
import org.stepwise.web.internal.draft.Drafts;

/** The caller's own drafts in all lists: of modules that are off, too, for they are kept. */
@Component(service = OwnDraftsResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnDraftsResource {
    private final DraftPages pages;
    private final Drafts drafts;

    @Activate
    public OwnDraftsResource(@Reference DraftPages pages, @Reference Drafts drafts) {
        this.pages = pages;
        this.drafts = drafts;
    }

    @GET
    public DraftPages.Page ownDrafts(@QueryParam("after") String after) {
        return pages.own(after == null ? null : Segments.id(after));
    }

    @DELETE
    @Path("{draft}")
    public void deleteOwnDraft(@PathParam("draft") String draft) {
        drafts.deleteOwn(Segments.id(draft));
    }
}
