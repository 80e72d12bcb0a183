package org.stepwise.activity.internal.note;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Author;
import org.stepwise.activity.Notes;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.NoteChanged;
import org.stepwise.activity.event.NoteWithdrawn;
import org.stepwise.activity.event.NoteWritten;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Subjects;
import org.stepwise.activity.internal.Wanted;
import org.stepwise.activity.internal.note.NoteRows.NoteRow;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** Takes notes. */
@Component
public final class NoteDesk implements Notes {
    private final Subjects subjects;
    private final NoteRows rows;
    private final Callers callers;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;

    @Activate
    public NoteDesk(
            @Reference Subjects subjects,
            @Reference NoteRows rows,
            @Reference Callers callers,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids) {
        this.subjects = subjects;
        this.rows = rows;
        this.callers = callers;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
    }

    @Override
    public List<Note> of(Subject subject, Id before) {
        return verbs.read(
                ActivityModule.NAME,
                subjects.permission(subject),
                () -> shown(rows.page(callers.current().company(), subject, before)));
    }

    @Override
    public Note find(Subject subject, Id note) {
        return verbs.read(ActivityModule.NAME, subjects.permission(subject), () -> shown(List.of(row(subject, note)))
                .get(0));
    }

    private List<Note> shown(List<NoteRow> found) {
        var caller = callers.current();
        var known = subjects.names(found.stream().map(NoteRow::writtenBy).collect(Collectors.toSet()));
        return found.stream()
                .map(row -> new Note(
                        row.id(),
                        row.text(),
                        row.writtenAt(),
                        new Author(row.writtenBy(), known.get(row.writtenBy())),
                        row.changedAt(),
                        isMine(caller, row)))
                .toList();
    }

    private static boolean isMine(Caller caller, NoteRow row) {
        return caller.may(ActivityPermissions.NOTE_MANAGE)
                || caller.may(ActivityPermissions.NOTE_WRITE) && row.writtenBy().equals(caller.user());
    }

    @Override
    public Id write(Subject subject, String text) {
        return verbs.write(ActivityModule.NAME, ActivityPermissions.NOTE_WRITE, () -> {
            var person = subjects.person(subject);
            var note = ids.next();
            record(new NoteWritten(subject.row(), subject.register(), note, person, required(text)));
            return note;
        });
    }

    @Override
    public void change(Subject subject, Id note, String text) {
        verbs.write(ActivityModule.NAME, ActivityPermissions.NOTE_WRITE, () -> {
            var person = subjects.person(subject);
            requireMine(subject, note);
            record(new NoteChanged(subject.row(), subject.register(), note, person, required(text)));
            return note;
        });
    }

    @Override
    public void withdraw(Subject subject, Id note) {
        verbs.write(ActivityModule.NAME, ActivityPermissions.NOTE_WRITE, () -> {
            subjects.permission(subject);
            requireMine(subject, note);
            record(new NoteWithdrawn(subject.row(), subject.register(), note));
            return note;
        });
    }

    private void record(Fact fact) {
        log.record(ActivityModule.NAME, verbs.today(), fact);
    }

    private void requireMine(Subject subject, Id note) {
        if (!isMine(callers.current(), row(subject, note))) {
            throw new Rejected(
                    "activity.note.not-yours",
                    "somebody else wrote this note; only who wrote it, or who has " + ActivityPermissions.NOTE_MANAGE
                            + ", changes or withdraws it");
        }
    }

    private NoteRow row(Subject subject, Id note) {
        return rows.find(callers.current().company(), subject, note)
                .orElseThrow(() -> new NotFound(
                        "activity.note.unknown", "there is no note " + note + " here; it may have been withdrawn"));
    }

    private static String required(String text) {
        var given = Wanted.INPUT.prose("text", text, Bounds.NOTE);
        if (given == null) {
            throw Wanted.INPUT.wrong("text", "is missing");
        }
        return given;
    }
}
