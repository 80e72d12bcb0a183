package org.stepwise.web.internal.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.security.Forgets;

/** Drafts as they are kept, sealed. It knows no keys, for who tells of erasures is the ring of keys. */
@Component(service = {DraftTable.class, Forgets.class})
public final class DraftTable implements Forgets {
    private static final int PIECE = 32_000;
    private static final String SELECT = "SELECT id, register, made_by, made_at, changed_by, changed_at, version, head"
            + " FROM web.draft WHERE company = ?";

    private final Sql sql;

    @Activate
    public DraftTable(@Reference Database database, @Reference Sql sql) {
        this.sql = sql;
        database.migrate("web", DraftTable.class.getClassLoader());
    }

    /** A draft without what was entered. */
    record Row(
            Id id,
            String register,
            Id madeBy,
            Instant madeAt,
            Id changedBy,
            Instant changedAt,
            long version,
            byte[] head) {}

    Optional<Row> find(Id company, Id draft) {
        return sql.first(DraftTable::row, SELECT + " AND id = ?", company, draft);
    }

    /** Those of one list, or of one maker where it is given: the newest first, at most so many. */
    List<Row> page(Id company, String register, Id maker, Id before, int most) {
        var values = Stream.of(company, register, maker, before)
                .filter(each -> each != null)
                .toArray();
        return sql.list(
                DraftTable::row,
                SELECT + where(register, maker) + (before == null ? "" : " AND id < ?")
                        + " ORDER BY id DESC FETCH FIRST " + most + " ROWS ONLY",
                values);
    }

    /** How many there are in a list, or of one maker, or in the company. */
    long count(Id company, String register, Id maker) {
        var values =
                Stream.of(company, register, maker).filter(each -> each != null).toArray();
        return sql.first(
                        row -> row.getLong(1),
                        "SELECT COUNT(*) FROM web.draft WHERE company = ?" + where(register, maker),
                        values)
                .orElse(0L);
    }

    private static String where(String register, Id maker) {
        return (register == null ? "" : " AND register = ?") + (maker == null ? "" : " AND made_by = ?");
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Id(row.getLong(1)),
                row.getString(2),
                new Id(row.getLong(3)),
                moment(row, 4),
                new Id(row.getLong(5)),
                moment(row, 6),
                row.getLong(7),
                row.getBytes(8));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")))
                .toInstant();
    }

    void insert(Id company, Row row) {
        sql.write(
                "INSERT INTO web.draft (company, id, register, made_by, made_at, changed_by, changed_at, version, head)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                company,
                row.id(),
                row.register(),
                row.madeBy(),
                row.madeAt(),
                row.changedBy(),
                row.changedAt(),
                row.version(),
                row.head());
    }

    /** False when it is not there in the version before this one. */
    boolean update(Id company, Row row) {
        return sql.write(
                        "UPDATE web.draft SET changed_by = ?, changed_at = ?, version = ?, head = ?"
                                + " WHERE company = ? AND id = ? AND version = ?",
                        row.changedBy(),
                        row.changedAt(),
                        row.version(),
                        row.head(),
                        company,
                        row.id(),
                        row.version() - 1)
                == 1;
    }

    byte[] body(Id company, Id draft) {
        var pieces = sql.list(
                row -> row.getBytes(1),
                "SELECT body FROM web.draft_piece WHERE company = ? AND draft = ? ORDER BY place",
                company,
                draft);
        var whole = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    /** Instead of what it said and named before. */
    void write(Id company, Id draft, byte[] body, Collection<Id> about) {
        clear(company, draft);
        var pieces = new ArrayList<Object[]>();
        for (int at = 0; at < body.length; at += PIECE) {
            pieces.add(new Object[] {
                company, draft, at / PIECE, Arrays.copyOfRange(body, at, Math.min(at + PIECE, body.length))
            });
        }
        sql.batch("INSERT INTO web.draft_piece (company, draft, place, body) VALUES (?, ?, ?, ?)", pieces);
        sql.batch(
                "INSERT INTO web.draft_about (company, party, draft) VALUES (?, ?, ?)",
                about.stream()
                        .map(party -> new Object[] {company, party, draft})
                        .toList());
    }

    List<Id> about(Id company, Id draft) {
        return sql.list(
                row -> new Id(row.getLong(1)),
                "SELECT party FROM web.draft_about WHERE company = ? AND draft = ?",
                company,
                draft);
    }

    private void clear(Id company, Id draft) {
        sql.write("DELETE FROM web.draft_piece WHERE company = ? AND draft = ?", company, draft);
        sql.write("DELETE FROM web.draft_about WHERE company = ? AND draft = ?", company, draft);
    }

    /** False when it is not there, or not in this version; -1 for any. */
    boolean delete(Id company, Id draft, long version) {
        var deleted = version == -1
                ? sql.write("DELETE FROM web.draft WHERE company = ? AND id = ?", company, draft)
                : sql.write(
                        "DELETE FROM web.draft WHERE company = ? AND id = ? AND version = ?", company, draft, version);
        clear(company, draft);
        return deleted == 1;
    }

    /** What names somebody who is erased goes whole, and so does what was made by that person. */
    @Override
    public void forget(Id company, Id person) {
        sql.list(
                        row -> new Id(row.getLong(1)),
                        "SELECT draft FROM web.draft_about WHERE company = ? AND party = ?"
                                + " UNION SELECT id FROM web.draft WHERE company = ? AND made_by = ?",
                        company,
                        person,
                        company,
                        person)
                .forEach(draft -> delete(company, draft, -1));
    }
}
