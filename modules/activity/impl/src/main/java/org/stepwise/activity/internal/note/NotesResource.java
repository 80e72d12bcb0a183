package org.stepwise.activity.internal.note;

import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.activity.Notes;
import org.stepwise.activity.Notes.Note;
import org.stepwise.activity.internal.Addressed;

/** The notes of every row of every register, at {@code /api/<module>/<plural>/{id}/notes}. */
@Component(service = NotesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("activity/rows/{module}/{plural}/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NotesResource {
    private final Notes notes;

    @Activate
    public NotesResource(@Reference Notes notes) {
        this.notes = notes;
    }

    /** What a note says. */
    public record NoteText(String text) {}

    @GET
    public Map<String, List<Note>> listNotes(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @QueryParam("before") String before) {
        return Map.of(
                "items", notes.of(Addressed.subject(module, plural, id), before == null ? null : Addressed.id(before)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response writeNote(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            NoteText note) {
        var subject = Addressed.subject(module, plural, id);
        return Addressed.created(subject, "notes", notes.write(subject, note.text()));
    }

    @GET
    @Path("{note}")
    public Note findNote(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("note") String note) {
        return notes.find(Addressed.subject(module, plural, id), Addressed.id(note));
    }

    @PUT
    @Path("{note}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeNote(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("note") String note,
            NoteText text) {
        notes.change(Addressed.subject(module, plural, id), Addressed.id(note), text.text());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{note}")
    public Response withdrawNote(
            @PathParam("module") String module,
            @PathParam("plural") String plural,
            @PathParam("id") String id,
            @PathParam("note") String note) {
        notes.withdraw(Addressed.subject(module, plural, id), Addressed.id(note));
        return Response.noContent().build();
    }
}
