package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.security.Logins;
import org.stepwise.security.internal.Sql;

/** The tokens of programs. That one is used is written down once a minute at most. */
@Component(service = ApiTokens.class)
public final class ApiTokens {
    private static final String PREFIX = "stepwise_";
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final RecentLogins recent;
    private final Secrets secrets = new Secrets();

    @Activate
    public ApiTokens(@Reference Sql sql, @Reference Ids ids, @Reference Clock clock, @Reference RecentLogins recent) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.recent = recent;
    }

    Logins.NewToken create(Id user, long company, String name) {
        var id = ids.next();
        var secret = PREFIX + secrets.next();
        sql.update(
                "INSERT INTO platform.api_token (id, hash, user_id, company, name, created_at, revoked)"
                        + " VALUES (?, ?, ?, ?, ?, ?, FALSE)",
                id,
                Secrets.hash(secret),
                user,
                company,
                name,
                clock.instant());
        return new Logins.NewToken(id, secret);
    }

    Optional<Valid> find(String secret) {
        var now = clock.instant();
        var valid = sql.first(
                "SELECT id, user_id, company, used_at FROM platform.api_token WHERE hash = ? AND revoked = FALSE",
                row -> new Valid(
                        new Id(row.getLong("id")),
                        new Id(row.getLong("user_id")),
                        row.getLong("company"),
                        Sql.moment(row, "used_at")),
                Secrets.hash(secret));
        valid.filter(token -> token.used == null || token.used.plus(NOTED_EVERY).isBefore(now))
                .ifPresent(token -> sql.note("UPDATE platform.api_token SET used_at = ? WHERE id = ?", now, token.id));
        return valid;
    }

    List<Logins.Token> all() {
        return sql.list(
                "SELECT t.id, t.name, u.name AS user_name, t.created_at, t.used_at, t.revoked"
                        + " FROM platform.api_token t JOIN platform.user_account u ON u.id = t.user_id ORDER BY t.id",
                row -> new Logins.Token(
                        new Id(row.getLong("id")),
                        row.getString("name"),
                        row.getString("user_name"),
                        Sql.moment(row, "created_at"),
                        Sql.moment(row, "used_at"),
                        row.getBoolean("revoked")));
    }

    void revoke(Id token) {
        if (sql.update("UPDATE platform.api_token SET revoked = TRUE WHERE id = ?", token) == 0) {
            throw new NotFound("erp.token.unknown", "there is no token " + token + "; erp:token-list lists them");
        }
        recent.forget();
    }

    record Valid(Id id, Id user, long company, Instant used) implements Identities.Opened {}
}
