package org.stepwise.activity.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.activity.Files;
import org.stepwise.activity.Files.FileView;
import org.stepwise.activity.internal.Addressed;

/** The files of every row of every register, at {@code /api/<module>/<plural>/{id}/files}. */
@Component(service = FilesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("activity/rows/{module}/{plural}/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource {
    private final Files files;

    @Activate
    public FilesResource(@Reference Files files) {
        this.files = files;
    }

    @GET
    public Map<String, List<FileView>> listFiles(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @QueryParam("before") String before) {
        return Map.of(
                "items", files.of(Addressed.subject(module, plural, id), before == null ? null : Addressed.id(before)));
    }

    /** The body is the content as it is; what the request says of its kind is not believed. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response attachFile(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @QueryParam("name") String name,
            InputStream content)
            throws IOException {
        var subject = Addressed.subject(module, plural, id);
        return Addressed.created(subject, "files", files.attach(subject, name, content));
    }

    /** What is known of it; what is in it is below. */
    @GET
    @Path("{file}")
    public FileView findFile(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("file") String file) {
        return files.find(Addressed.subject(module, plural, id), Addressed.id(file));
    }

    /** To be kept, never to be shown: whatever it is, the browser runs nothing of it. */
    @GET
    @Path("{file}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response readFile(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("file") String file) {
        var open = files.open(Addressed.subject(module, plural, id), Addressed.id(file));
        StreamingOutput content = open.content()::to;
        return Response.ok(content, open.kind())
                .header(HttpHeaders.CONTENT_LENGTH, open.content().bytes())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + escaped(open.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name == null ? "file" : name, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @DELETE
    @Path("{file}")
    public Response detachFile(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("file") String file) {
        files.detach(Addressed.subject(module, plural, id), Addressed.id(file));
        return Response.noContent().build();
    }
}
