package org.stepwise.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
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
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.web.Description;
import org.stepwise.web.Register;
import org.stepwise.web.internal.chain.Chain;
import org.stepwise.web.internal.csv.CsvExport;
import org.stepwise.web.internal.csv.CsvImport;
import org.stepwise.web.internal.form.Forms;
import org.stepwise.web.internal.history.Asked;
import org.stepwise.web.internal.history.Timeline;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.ExtendedRegister;
import org.stepwise.web.internal.register.ListGrammar;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Versions;

/**
 * Every register of every module, at {@code /api/<module>/<plural>}. The door sends those here by a path of their own:
 * a module may serve other things below its name, and JAX-RS would look nowhere else then.
 */
@Component(service = RegisterResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("registers/{module}/{plural}")
@Produces(MediaType.APPLICATION_JSON)
public final class RegisterResource {
    private static final String CSV = "text/csv";

    private final Registers registers;
    private final Documents documents;
    private final Forms forms;
    private final CsvImport imports;
    private final Timeline timeline;
    private final Chain chain;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public RegisterResource(
            @Reference Registers registers,
            @Reference Documents documents,
            @Reference Forms forms,
            @Reference CsvImport imports,
            @Reference Timeline timeline,
            @Reference Chain chain) {
        this.chain = chain;
        this.timeline = timeline;
        this.registers = registers;
        this.documents = documents;
        this.forms = forms;
        this.imports = imports;
    }

    /** A page as JSON; as CSV the whole list, however long, and its lines if wanted: read and sent page by page. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Response list(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var register = registers.find(module, plural);
        var query = ListGrammar.parse(register.description(), uri.getQueryParameters());
        var wanted = headers.getAcceptableMediaTypes().get(0);
        if (wanted.isWildcardType() || !wanted.isCompatible(MediaType.valueOf(CSV))) {
            return Response.ok(Rows.of(register.description(), register.list(query)), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        var lines = "true".equals(uri.getQueryParameters().getFirst(ListGrammar.LINES));
        return Response.ok(new CsvExport(register, query, lines ? documents : null), CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + plural + ".csv\"")
                .build();
    }

    @GET
    @Path("{id}")
    public Response find(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var found = registers.find(module, plural).find(Segments.id(id));
        var tag = Versions.tag(found);
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(documents.view(Segments.id(id), found))
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    /** What happened to the row, the newest first. */
    @GET
    @Path("{id}/history")
    public Timeline.Page history(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        var asked = Asked.parse(uri.getQueryParameters());
        return timeline.of(module + "." + plural, Segments.id(id), asked, accepted);
    }

    /** The documents that the row came from, and those that it led to. */
    @GET
    @Path("{id}/chain")
    public Chain.View chain(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return chain.of(module + "." + plural, Segments.id(id), accepted);
    }

    @POST
    public Response create(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var register = registers.find(module, plural);
        requireForm(register.description(), register.description().create(), "created");
        var form = forms.create(register, Bodies.read(mapper, headers, body));
        return documents.created(register, register.create(form)).response();
    }

    @PUT
    @Path("{id}")
    public Response change(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var register = registers.find(module, plural);
        requireForm(register.description(), register.description().change(), "changed");
        var seen = headers.getHeaderString(HttpHeaders.IF_MATCH);
        var version = Versions.required(seen);
        var form = forms.change(register, Segments.id(id), Bodies.read(mapper, headers, body));
        if (register instanceof ExtendedRegister extended) {
            extended.change(Segments.id(id), version, Versions.beside(seen), form);
        } else {
            register.change(Segments.id(id), version, form);
        }
        return documents.shown(register, Segments.id(id)).response();
    }

    @POST
    @Path("{id}/{verb}")
    public Response act(
            @PathParam("id") String id,
            @PathParam("verb") String name,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var path = uri.getPathParameters();
        var register = registers.find(path.getFirst("module"), path.getFirst("plural"));
        var verb = verb(register, name);
        var seen = headers.getHeaderString(HttpHeaders.IF_MATCH);
        var form = forms.act(register, Segments.id(id), verb, Bodies.read(mapper, headers, body));
        if (register instanceof ExtendedRegister extended) {
            extended.act(Segments.id(id), name, Versions.optional(seen), Versions.beside(seen), form);
        } else {
            register.act(Segments.id(id), name, Versions.optional(seen), form);
        }
        return documents.shown(register, Segments.id(id)).response();
    }

    /** All rows or none. */
    @POST
    @Path("import")
    @Consumes(CSV)
    public CsvImport.Outcome take(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @QueryParam("dry-run") boolean dryRun,
            InputStream body) {
        return imports.take(registers.find(module, plural), body, dryRun);
    }

    private static void requireForm(Description description, String permission, String done) {
        if (permission == null) {
            throw new NotFound("erp.register.no-form", "nothing can be " + done + " in " + description.name());
        }
    }

    private static Description.Verb verb(Register register, String name) {
        return register.description().verbs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "erp.register.no-verb",
                        register.description().name() + " knows no \"" + Quoted.of(name) + "\""));
    }
}
