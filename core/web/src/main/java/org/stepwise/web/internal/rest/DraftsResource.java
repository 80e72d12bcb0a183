package org.stepwise.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.web.internal.draft.DraftAnswers;
import org.stepwise.web.internal.draft.DraftPages;
import org.stepwise.web.internal.draft.Drafts;
import org.stepwise.web.internal.draft.Entered;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.register.Versions;

/** The drafts of every list in which something can be created, at {@code /api/<module>/<plural>/drafts}. */
@Component(service = DraftsResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("registers/{module}/{plural}/drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftsResource {
    private final Drafts drafts;
    private final DraftPages pages;
    private final DraftAnswers answers;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public DraftsResource(@Reference Drafts drafts, @Reference DraftPages pages, @Reference DraftAnswers answers) {
        this.drafts = drafts;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    public DraftPages.Page list(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return pages.of(module + "." + plural, after == null ? null : Segments.id(after), most(limit));
    }

    private static int most(String limit) {
        if (limit == null) {
            return DraftPages.PAGE;
        }
        if (!limit.matches("[1-9]\\d?|100")) {
            throw new Rejected(
                    "erp.list.invalid", "limit is to be a number from 1 to 100, not \"" + Quoted.of(limit) + "\"");
        }
        return Integer.parseInt(limit);
    }

    @POST
    public Response keep(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var register = module + "." + plural;
        var kept = drafts.keep(register, Entered.parse(Bodies.read(mapper, headers, body)));
        return personal(answers.kept(register, kept).response());
    }

    @GET
    @Path("{draft}")
    public Response find(
            @PathParam("module") String module, @PathParam("plural") String plural, @PathParam("draft") String draft) {
        return personal(answers.shown(module + "." + plural, new Drafts.Kept(Segments.id(draft), Map.of()))
                .response());
    }

    @PUT
    @Path("{draft}")
    public Response change(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("draft") String draft,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var register = module + "." + plural;
        var version = Versions.required(headers.getHeaderString(HttpHeaders.IF_MATCH));
        var entered = Entered.parse(Bodies.read(mapper, headers, body));
        var kept = drafts.change(register, Segments.id(draft), version, entered);
        return personal(answers.shown(register, kept).response());
    }

    @DELETE
    @Path("{draft}")
    public void delete(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("draft") String draft,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        drafts.delete(module + "." + plural, Segments.id(draft), Versions.optional(seen));
    }

    /** Makes the real thing of it, and answers as its creation does. */
    @POST
    @Path("{draft}/record")
    public Response record(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("draft") String draft,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        var register = module + "." + plural;
        var made = drafts.record(register, Segments.id(draft), Versions.optional(seen));
        return answers.recorded(register, made).response();
    }

    /** What a draft says is sealed where it is kept, and so is kept nowhere else: not as an answer, either. */
    private static Response personal(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
