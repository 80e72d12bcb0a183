package org.stepwise.content.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.security.Forgets;

/** Contents in the database. People are forgotten here, because the keys, which tell of erasures, wait for this. */
@Component(service = {ContentTables.class, Forgets.class})
public final class ContentTables implements Forgets {
    private final Sql sql;

    @Activate
    public ContentTables(@Reference Database database, @Reference Sql sql) {
        this.sql = sql;
        database.migrate("content", ContentTables.class.getClassLoader());
    }

    /** A content as it is kept; {@code person} null when it is nobody's. */
    record Row(String address, Id upload, Id person, long bytes) {}

    /** A content on its way in. */
    record Upload(Id company, Id id) {}

    void begin(Upload upload, Instant now) {
        sql.write(
                "INSERT INTO content.upload (company, id, begun_at) VALUES (?, ?, ?)",
                upload.company(),
                upload.id(),
                now);
    }

    void add(Upload upload, int first, List<byte[]> pieces) {
        var rows = new ArrayList<Object[]>();
        for (int at = 0; at < pieces.size(); at++) {
            rows.add(new Object[] {upload.company(), upload.id(), first + at, pieces.get(at)});
        }
        sql.batch("INSERT INTO content.piece (company, upload, place, body) VALUES (?, ?, ?, ?)", rows);
    }

    /** From the first place on, in order, at most so many. */
    List<byte[]> pieces(Upload upload, int first, int most) {
        return sql.list(
                row -> row.getBytes(1),
                "SELECT body FROM content.piece WHERE company = ? AND upload = ? AND place >= ? AND place < ?"
                        + " ORDER BY place",
                upload.company(),
                upload.id(),
                first,
                first + most);
    }

    void end(Upload upload, Row row) {
        sql.write(
                "INSERT INTO content.content (company, address, upload, person, bytes, is_kept)"
                        + " VALUES (?, ?, ?, ?, ?, FALSE)",
                upload.company(),
                row.address(),
                row.upload(),
                row.person(),
                row.bytes());
    }

    /** The content has its pieces from another upload from now on. */
    void replace(Upload damaged, Row row) {
        sql.write(
                "UPDATE content.content SET upload = ?, bytes = ? WHERE company = ? AND address = ?",
                row.upload(),
                row.bytes(),
                damaged.company(),
                row.address());
        close(damaged);
    }

    Optional<Row> find(Id company, String address) {
        return rows("address = ?", company, address).stream().findFirst();
    }

    /** What is kept, in the order of addresses, behind the given one. */
    List<Row> kept(Id company, String after) {
        return rows("is_kept = TRUE AND address > ? ORDER BY address FETCH FIRST 100 ROWS ONLY", company, after);
    }

    private List<Row> rows(String condition, Id company, Object value) {
        return sql.list(
                row -> new Row(row.getString(1), new Id(row.getLong(2)), idOrNone(row, 3), row.getLong(4)),
                "SELECT address, upload, person, bytes FROM content.content WHERE company = ? AND " + condition,
                company,
                value);
    }

    private static Id idOrNone(ResultSet row, int column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : new Id(id);
    }

    /** False when it is not there. */
    boolean keep(Id company, String address) {
        return sql.write(
                        "UPDATE content.content SET is_kept = TRUE WHERE company = ? AND address = ?", company, address)
                == 1;
    }

    List<Upload> uploadsBefore(Instant moment) {
        return sql.list(
                row -> new Upload(new Id(row.getLong(1)), new Id(row.getLong(2))),
                "SELECT company, id FROM content.upload WHERE begun_at < ? FETCH FIRST 1000 ROWS ONLY",
                moment);
    }

    /** Its pieces stay if the content is kept; part of one transaction, in which nobody can begin to keep it. */
    void close(Upload upload) {
        sql.write(
                "DELETE FROM content.content WHERE company = ? AND upload = ? AND is_kept = FALSE",
                upload.company(),
                upload.id());
        var kept = sql.list(
                row -> row.getLong(1),
                "SELECT upload FROM content.content WHERE company = ? AND upload = ?",
                upload.company(),
                upload.id());
        if (kept.isEmpty()) {
            deletePieces(upload.company(), List.of(upload.id()));
        }
        sql.write("DELETE FROM content.upload WHERE company = ? AND id = ?", upload.company(), upload.id());
    }

    @Override
    public void forget(Id company, Id person) {
        var uploads = sql.list(
                row -> new Id(row.getLong(1)),
                "SELECT upload FROM content.content WHERE company = ? AND person = ?",
                company,
                person);
        deletePieces(company, uploads);
        sql.write("DELETE FROM content.content WHERE company = ? AND person = ?", company, person);
    }

    private void deletePieces(Id company, Collection<Id> uploads) {
        sql.batch(
                "DELETE FROM content.piece WHERE company = ? AND upload = ?",
                uploads.stream().map(id -> new Object[] {company, id}).toList());
    }
}
