package org.stepwise.activity.internal.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.FileAttached;
import org.stepwise.activity.event.FileDetached;
import org.stepwise.activity.internal.Moments;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.Recorded;
import org.stepwise.security.Forgets;

/** The files of a company in the database. */
@Component(service = {FileRows.class, Forgets.class})
public final class FileRows implements Forgets {
    private static final String SELECT = "SELECT id, name, kind, bytes, content, attached_at, attached_by"
            + " FROM activity.file WHERE company = ? AND row_id = ? AND register = ? AND is_detached = FALSE";

    private final Sql sql;

    @Activate
    public FileRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** A file as it is kept. */
    record FileRow(Id id, String name, String kind, long bytes, String content, Instant attachedAt, Id attachedBy) {}

    /** A page of a hundred, the newest first. */
    List<FileRow> page(Id company, Subject subject, Id before) {
        return sql.list(
                FileRows::row,
                SELECT + " AND id < ? ORDER BY id DESC FETCH FIRST 100 ROWS ONLY",
                company,
                subject.row(),
                subject.register(),
                before == null ? new Id(Long.MAX_VALUE) : before);
    }

    Optional<FileRow> find(Id company, Subject subject, Id file) {
        return sql.first(FileRows::row, SELECT + " AND id = ?", company, subject.row(), subject.register(), file);
    }

    private static FileRow row(ResultSet row) throws SQLException {
        return new FileRow(
                new Id(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                Moments.read(row, 6),
                new Id(row.getLong(7)));
    }

    /** Written again, it changes nothing. */
    void write(Recorded<FileAttached> recorded) {
        var fact = recorded.event();
        sql.write("DELETE FROM activity.file WHERE company = ? AND id = ?", recorded.company(), fact.file());
        sql.write(
                "INSERT INTO activity.file (company, id, register, row_id, person, name, kind, bytes, content,"
                        + " attached_at, attached_by, is_detached) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                recorded.company(),
                fact.file(),
                fact.register(),
                fact.row(),
                fact.person(),
                fact.name(),
                fact.kind(),
                fact.bytes(),
                fact.content(),
                recorded.at(),
                recorded.actor());
    }

    void write(Id company, FileDetached fact) {
        sql.write("UPDATE activity.file SET is_detached = TRUE WHERE company = ? AND id = ?", company, fact.file());
    }

    /** As the tables are after a rebuild: the files of who was erased have no names in the log either. */
    @Override
    public void forget(Id company, Id person) {
        sql.write("UPDATE activity.file SET name = NULL WHERE company = ? AND person = ?", company, person);
    }
}
