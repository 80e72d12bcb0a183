package org.stepwise.activity.internal.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Subject;
import org.stepwise.activity.internal.Moments;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** Followers in the database, and when they looked. */
@Component(service = FollowRows.class)
public final class FollowRows {
    private static final String ROW = " WHERE company = ? AND row_id = ? AND register = ?";

    private final Sql sql;

    @Activate
    public FollowRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** Somebody who follows a row of a company. */
    record Follower(Id company, Subject subject, Id user) {
        Object[] key() {
            return new Object[] {company, subject.row(), subject.register(), user};
        }
    }

    /** What a follower saw last; {@code version} null when nobody knows. */
    record Look(Subject subject, Instant since, Long version) {}

    List<Id> of(Id company, Subject subject) {
        return sql.list(
                row -> new Id(row.getLong(1)),
                "SELECT follower FROM activity.follower" + ROW + " ORDER BY followed_at",
                company,
                subject.row(),
                subject.register());
    }

    boolean isFollowing(Follower follower) {
        return sql.first(row -> true, "SELECT 1 FROM activity.follower" + ROW + " AND follower = ?", follower.key())
                .isPresent();
    }

    /** Written again, it changes nothing. */
    void add(Follower follower, Instant at) {
        if (!isFollowing(follower)) {
            sql.write(
                    "INSERT INTO activity.follower (company, row_id, register, follower, followed_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    with(follower.key(), at));
        }
    }

    void remove(Follower follower) {
        sql.write("DELETE FROM activity.follower" + ROW + " AND follower = ?", follower.key());
    }

    void look(Follower follower, long version, Instant now) {
        forgetLook(follower);
        sql.write(
                "INSERT INTO activity.look (company, row_id, register, follower, version, looked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                with(follower.key(), version, now));
    }

    void forgetLook(Follower follower) {
        sql.write("DELETE FROM activity.look" + ROW + " AND follower = ?", follower.key());
    }

    /** The last followed first, at most fifty. */
    List<Look> looks(Id company, Id user) {
        return sql.list(
                FollowRows::look,
                "SELECT f.register, f.row_id, f.followed_at, l.looked_at, l.version FROM activity.follower f"
                        + " LEFT JOIN activity.look l ON l.company = f.company AND l.row_id = f.row_id"
                        + " AND l.register = f.register AND l.follower = f.follower"
                        + " WHERE f.company = ? AND f.follower = ?"
                        + " ORDER BY f.followed_at DESC, f.row_id FETCH FIRST 50 ROWS ONLY",
                company,
                user);
    }

    private static Look look(ResultSet row) throws SQLException {
        var subject = new Subject(row.getString(1), new Id(row.getLong(2)));
        var looked = Moments.read(row, 4);
        return looked == null
                ? new Look(subject, Moments.read(row, 3), null)
                : new Look(subject, looked, row.getLong(5));
    }

    /** What others wrote since. */
    long notes(Follower follower, Instant since) {
        return count(
                "SELECT COUNT(*) FROM activity.note" + ROW
                        + " AND written_by <> ? AND written_at > ? AND is_withdrawn = FALSE",
                with(follower.key(), since));
    }

    /** What others attached since. */
    long files(Follower follower, Instant since) {
        return count(
                "SELECT COUNT(*) FROM activity.file" + ROW
                        + " AND attached_by <> ? AND attached_at > ? AND is_detached = FALSE",
                with(follower.key(), since));
    }

    private long count(String query, Object... values) {
        return sql.first(row -> row.getLong(1), query, values).orElse(0L);
    }

    private static Object[] with(Object[] key, Object... more) {
        var values = new Object[key.length + more.length];
        System.arraycopy(key, 0, values, 0, key.length);
        System.arraycopy(more, 0, values, key.length, more.length);
        return values;
    }
}
