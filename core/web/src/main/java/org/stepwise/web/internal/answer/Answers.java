package org.stepwise.web.internal.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.data.jpa.MomentConverter;
import org.stepwise.web.internal.answer.Attempt.Key;

/** The table of keys and answers. */
@Component(service = Answers.class)
public final class Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LARGEST_BODY = 32_000;
    private static final String BY_KEY = " WHERE company = ? AND caller = ? AND request_key = ?";

    private final Transactions transactions;
    private final Clock clock;
    private final MomentConverter moments = new MomentConverter();

    @Activate
    public Answers(@Reference Database database, @Reference Transactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        database.migrate("web", Answers.class.getClassLoader());
    }

    Optional<Stored> find(Key key) {
        var sql = "SELECT fingerprint, needed, seen, result, status, location, tag, media_type, body FROM web.answer"
                + BY_KEY;
        return transactions.call(() -> with(sql, statement -> {
            key(statement, 1, key);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(stored(rows)) : Optional.<Stored>empty();
            }
        }));
    }

    /** Notes the key with its effect, in the running transaction; false when another try has done so. */
    boolean claim(Attempt attempt, Long result) {
        var sql = "INSERT INTO web.answer (company, caller, request_key, attempt, fingerprint, result, made_at, needed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement(sql)) {
            key(statement, 1, attempt.key());
            statement.setLong(4, attempt.number());
            statement.setString(5, attempt.fingerprint());
            result(statement, 6, result);
            statement.setTimestamp(7, now());
            statement.setString(8, Needs.text(attempt.needs().effect()));
            statement.executeUpdate();
            return true;
        } catch (SQLException failed) {
            if ("23505".equals(failed.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("An idempotency key could not be written", failed);
        }
    }

    /** True when this try's row stands already: a request of several verbs notes its key once. */
    boolean claimedBy(Attempt attempt) {
        var sql = "UPDATE web.answer SET made_at = ?, needed = ?" + BY_KEY + " AND attempt = ?";
        return with(sql, statement -> {
            statement.setTimestamp(1, now());
            statement.setString(2, Needs.text(attempt.needs().effect()));
            key(statement, 3, attempt.key());
            statement.setLong(6, attempt.number());
            return statement.executeUpdate() == 1;
        });
    }

    /** Keeps what is being answered; a body too long to keep is made anew when it is asked for again. */
    void keep(Attempt attempt, Stored.Answer answer) {
        var body = zipped(answer.body());
        if (body.length > LARGEST_BODY) {
            return;
        }
        transactions.run(() -> {
            if (!update(attempt, answer, body) && claim(attempt, null)) {
                update(attempt, answer, body);
            }
        });
    }

    /** False when this try has no row: none of its verbs wrote anything. */
    private boolean update(Attempt attempt, Stored.Answer answer, byte[] body) {
        var sql = "UPDATE web.answer SET status = ?, location = ?, tag = ?, media_type = ?, body = ?, seen = ?" + BY_KEY
                + " AND attempt = ?";
        return with(sql, statement -> {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.tag());
            statement.setString(4, answer.mediaType());
            statement.setBytes(5, body);
            statement.setString(6, Needs.text(attempt.needs().answer()));
            key(statement, 7, attempt.key());
            statement.setLong(10, attempt.number());
            return statement.executeUpdate() == 1;
        });
    }

    void deleteOld() {
        var before = moments.convertToDatabaseColumn(Instant.now(clock).minus(KEPT));
        transactions.run(() -> with("DELETE FROM web.answer WHERE made_at < ?", statement -> {
            statement.setTimestamp(1, before);
            return statement.executeUpdate();
        }));
    }

    /** Forgets what was answered in the company and keeps that it was done; part of the running transaction. */
    void erase(Id company) {
        var sql = "UPDATE web.answer SET status = NULL, location = NULL, body = NULL WHERE company = ?";
        with(sql, statement -> {
            statement.setLong(1, company.value());
            return statement.executeUpdate();
        });
    }

    private Timestamp now() {
        return moments.convertToDatabaseColumn(Instant.now(clock));
    }

    private static void key(PreparedStatement statement, int first, Key key) throws SQLException {
        // Before the first company is founded there is none.
        statement.setLong(first, key.company() == null ? 0 : key.company().value());
        statement.setLong(first + 1, key.caller().value());
        statement.setString(first + 2, key.text());
    }

    private static void result(PreparedStatement statement, int index, Long result) throws SQLException {
        if (result == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, result);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var result = row.getLong("result");
        var made = row.wasNull() ? null : result;
        var needs = new Needs(Needs.parse(row.getString("needed")), Needs.parse(row.getString("seen")));
        var status = row.getInt("status");
        if (row.wasNull()) {
            return new Stored(row.getString("fingerprint"), needs, made, null);
        }
        var body = unzipped(row.getBytes("body"));
        var answer = new Stored.Answer(
                status, row.getString("location"), row.getString("tag"), row.getString("media_type"), body);
        return new Stored(row.getString("fingerprint"), needs, made, answer);
    }

    private static byte[] zipped(byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] unzipped(byte[] body) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Work with a statement. */
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("Stored answers could not be read or written", failed);
        }
    }
}
