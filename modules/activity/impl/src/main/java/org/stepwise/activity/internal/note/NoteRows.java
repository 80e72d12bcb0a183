package org.stepwise.activity.internal.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.NoteChanged;
import org.stepwise.activity.event.NoteWithdrawn;
import org.stepwise.activity.event.NoteWritten;
import org.stepwise.activity.internal.Moments;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.Recorded;
import org.stepwise.security.Forgets;

/** The notes of a company in the database. */
@Component(service = {NoteRows.class, Forgets.class})
public final class NoteRows implements Forgets {
    private static final String SELECT = "SELECT id, text, written_at, written_by, changed_at FROM activity.note"
            + " WHERE company = ? AND row_id = ? AND register = ? AND is_withdrawn = FALSE";

    private final Sql sql;

    @Activate
    public NoteRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** A note as it is kept. */
    record NoteRow(Id id, String text, Instant writtenAt, Id writtenBy, Instant changedAt) {}

    /** A page of a hundred, the newest first. */
    List<NoteRow> page(Id company, Subject subject, Id before) {
        return sql.list(
                NoteRows::row,
                SELECT + " AND id < ? ORDER BY id DESC FETCH FIRST 100 ROWS ONLY",
                company,
                subject.row(),
                subject.register(),
                before == null ? new Id(Long.MAX_VALUE) : before);
    }

    Optional<NoteRow> find(Id company, Subject subject, Id note) {
        return sql.first(NoteRows::row, SELECT + " AND id = ?", company, subject.row(), subject.register(), note);
    }

    private static NoteRow row(ResultSet row) throws SQLException {
        return new NoteRow(
                new Id(row.getLong(1)),
                row.getString(2),
                Moments.read(row, 3),
                new Id(row.getLong(4)),
                Moments.read(row, 5));
    }

    /** Written again, it changes nothing. */
    void write(Recorded<NoteWritten> recorded) {
        var fact = recorded.event();
        sql.write("DELETE FROM activity.note WHERE company = ? AND id = ?", recorded.company(), fact.note());
        sql.write(
                "INSERT INTO activity.note (company, id, register, row_id, person, text, written_at, written_by,"
                        + " is_withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                recorded.company(),
                fact.note(),
                fact.register(),
                fact.row(),
                fact.person(),
                fact.text(),
                recorded.at(),
                recorded.actor());
    }

    void write(Id company, NoteChanged fact, Instant at) {
        sql.write(
                "UPDATE activity.note SET text = ?, person = ?, changed_at = ? WHERE company = ? AND id = ?",
                fact.text(),
                fact.person(),
                at,
                company,
                fact.note());
    }

    void write(Id company, NoteWithdrawn fact) {
        sql.write(
                "UPDATE activity.note SET text = NULL, is_withdrawn = TRUE WHERE company = ? AND id = ?",
                company,
                fact.note());
    }

    /** As the tables are after a rebuild: who was erased has no texts in the log either. */
    @Override
    public void forget(Id company, Id person) {
        sql.write("UPDATE activity.note SET text = NULL WHERE company = ? AND person = ?", company, person);
    }
}
