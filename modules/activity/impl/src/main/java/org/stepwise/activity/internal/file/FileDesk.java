package org.stepwise.activity.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Author;
import org.stepwise.activity.Files;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.FileAttached;
import org.stepwise.activity.event.FileDetached;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Subjects;
import org.stepwise.activity.internal.Wanted;
import org.stepwise.activity.internal.file.FileRows.FileRow;
import org.stepwise.content.Contents;
import org.stepwise.content.Contents.Stored;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** Takes files. A content comes in before the transaction of its fact begins: a large one would hold that up. */
@Component
public final class FileDesk implements Files {
    private final Subjects subjects;
    private final FileRows rows;
    private final Kinds kinds;
    private final Contents contents;
    private final Callers callers;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;

    @Activate
    public FileDesk(
            @Reference Subjects subjects,
            @Reference FileRows rows,
            @Reference Kinds kinds,
            @Reference Contents contents,
            @Reference Callers callers,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids) {
        this.subjects = subjects;
        this.rows = rows;
        this.kinds = kinds;
        this.contents = contents;
        this.callers = callers;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
    }

    @Override
    public List<FileView> of(Subject subject, Id before) {
        return verbs.read(
                ActivityModule.NAME,
                subjects.permission(subject),
                () -> shown(rows.page(callers.current().company(), subject, before)));
    }

    @Override
    public FileView find(Subject subject, Id file) {
        return verbs.read(ActivityModule.NAME, subjects.permission(subject), () -> shown(List.of(row(subject, file)))
                .get(0));
    }

    private List<FileView> shown(List<FileRow> found) {
        var caller = callers.current();
        var known = subjects.names(found.stream().map(FileRow::attachedBy).collect(Collectors.toSet()));
        return found.stream()
                .map(row -> new FileView(
                        row.id(),
                        row.name(),
                        row.kind(),
                        row.bytes(),
                        row.attachedAt(),
                        new Author(row.attachedBy(), known.get(row.attachedBy())),
                        isMine(caller, row)))
                .toList();
    }

    private static boolean isMine(Caller caller, FileRow row) {
        return caller.may(ActivityPermissions.FILE_MANAGE)
                || caller.may(ActivityPermissions.FILE_ATTACH)
                        && row.attachedBy().equals(caller.user());
    }

    @Override
    public Id attach(Subject subject, String name, InputStream content) throws IOException {
        var called = FileName.required(name);
        var person = verbs.read(ActivityModule.NAME, ActivityPermissions.FILE_ATTACH, () -> subjects.person(subject));
        var stored = contents.store(content, kinds.largest(), person);
        var kind = kinds.required(called, stored.beginning());
        return verbs.write(ActivityModule.NAME, ActivityPermissions.FILE_ATTACH, () -> {
            requireSame(person, subjects.person(subject));
            return record(subject, person, called, kind, stored);
        });
    }

    /** The content was sealed for whom the row was then. */
    private static void requireSame(Id then, Id now) {
        if (then == null ? now != null : !then.equals(now)) {
            throw new Rejected(
                    "activity.file.changed-meanwhile",
                    "the row was changed while the file came in and belongs to somebody else; attach it again");
        }
    }

    private Id record(Subject subject, Id person, String name, String kind, Stored stored) {
        contents.keep(stored.address());
        var file = ids.next();
        log.record(
                ActivityModule.NAME,
                verbs.today(),
                new FileAttached(
                        subject.row(), subject.register(), file, person, name, kind, stored.bytes(), stored.address()));
        return file;
    }

    @Override
    public void detach(Subject subject, Id file) {
        verbs.write(ActivityModule.NAME, ActivityPermissions.FILE_ATTACH, () -> {
            subjects.permission(subject);
            if (!isMine(callers.current(), row(subject, file))) {
                throw new Rejected(
                        "activity.file.not-yours",
                        "somebody else attached this file; only who attached it, or who has "
                                + ActivityPermissions.FILE_MANAGE + ", detaches it");
            }
            log.record(ActivityModule.NAME, verbs.today(), new FileDetached(subject.row(), subject.register(), file));
            return file;
        });
    }

    @Override
    public OpenFile open(Subject subject, Id file) {
        var row = verbs.read(ActivityModule.NAME, subjects.permission(subject), () -> row(subject, file));
        return new OpenFile(row.name(), row.kind(), contents.open(row.content()));
    }

    private FileRow row(Subject subject, Id file) {
        return rows.find(callers.current().company(), subject, file)
                .orElseThrow(() -> new NotFound(
                        "activity.file.unknown", "there is no file " + file + " here; it may have been detached"));
    }

    /** What people call a file. */
    private static final class FileName {
        /** Refuses what could be taken for a path, or looks other than it is. */
        static String required(String name) {
            var called = Wanted.INPUT.required("name", name, Bounds.NAME);
            if (called.chars().anyMatch(each -> each == '/' || each == '\\')
                    || called.equals(".")
                    || called.equals("..")) {
                throw Wanted.INPUT.wrong("name", "is a path; a file has a name only");
            }
            if (called.codePoints().anyMatch(each -> Character.getType(each) == Character.FORMAT)) {
                throw Wanted.INPUT.wrong("name", "has a sign that nobody sees");
            }
            return called;
        }
    }
}
