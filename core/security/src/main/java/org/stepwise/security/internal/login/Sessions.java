package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.data.Id;
import org.stepwise.security.internal.Sql;

/** Open sessions. Using one keeps it open; how often that is written down is a tenth of how long it lasts. */
@Component(service = Sessions.class, configurationPid = "org.stepwise.security.sessions")
@Designate(ocd = Sessions.Config.class)
public final class Sessions {
    private final Sql sql;
    private final Clock clock;
    private final RecentLogins recent;
    private final Devices devices;
    private final Secrets secrets = new Secrets();
    private final Duration idle;
    private final Duration longest;

    /** How long sessions last. */
    @ObjectClassDefinition(name = "Stepwise sessions")
    public @interface Config {
        @AttributeDefinition(description = "Minutes after which an unused session is closed")
        int idleMinutes() default 720;

        @AttributeDefinition(description = "Days after which a session is closed, used or not")
        int longestDays() default 30;
    }

    @Activate
    public Sessions(
            @Reference Sql sql,
            @Reference Clock clock,
            @Reference RecentLogins recent,
            @Reference Devices devices,
            Config config) {
        this.sql = sql;
        this.clock = clock;
        this.recent = recent;
        this.devices = devices;
        idle = Duration.ofMinutes(config.idleMinutes());
        longest = Duration.ofDays(config.longestDays());
    }

    Devices devices() {
        return devices;
    }

    String open(Id user, long company) {
        var now = clock.instant();
        sql.update(
                "DELETE FROM platform.login_session WHERE seen_at < ? OR created_at < ?",
                now.minus(idle),
                now.minus(longest));
        var token = secrets.next();
        sql.update(
                "INSERT INTO platform.login_session (hash, user_id, company, created_at, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                Secrets.hash(token),
                user,
                company,
                now,
                now);
        return token;
    }

    Optional<Open> find(String token) {
        var now = clock.instant();
        var hash = Secrets.hash(token);
        var open = sql.first(
                "SELECT user_id, company, created_at, seen_at FROM platform.login_session WHERE hash = ?",
                row -> new Open(
                        new Id(row.getLong("user_id")),
                        row.getLong("company"),
                        Sql.moment(row, "created_at"),
                        Sql.moment(row, "seen_at")),
                hash);
        var valid = open.filter(session -> session.seen.plus(idle).isAfter(now)
                && session.created.plus(longest).isAfter(now));
        if (valid.isPresent() && valid.get().seen.plus(idle.dividedBy(10)).isBefore(now)) {
            sql.note("UPDATE platform.login_session SET seen_at = ? WHERE hash = ?", now, hash);
        }
        return valid;
    }

    void close(String token) {
        sql.update("DELETE FROM platform.login_session WHERE hash = ?", Secrets.hash(token));
        recent.forget();
    }

    /** Closes all sessions of a user, except one if a token is given. */
    public void closeAll(Id user, String keep) {
        sql.update(
                "DELETE FROM platform.login_session WHERE user_id = ? AND hash <> ?",
                user,
                keep == null ? "" : Secrets.hash(keep));
        recent.forget();
    }

    record Open(Id user, long company, Instant created, Instant seen) implements Identities.Opened {}
}
