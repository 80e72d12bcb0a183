package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.security.internal.Sql;

/**
 * The devices that people have logged in from. One opens nothing: it is asked for the password as every other is, but
 * nobody else's guesses slow it. Several people may use the same device.
 */
@Component(service = Devices.class)
public final class Devices {
    static final int OF_ONE_USER = 20;
    private static final Duration KEPT = Duration.ofDays(180);

    private final Sql sql;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public Devices(@Reference Sql sql, @Reference Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is kept of the secret, if the user has logged in with it before. */
    Optional<String> find(String secret, String user) {
        if (secret == null) {
            return Optional.empty();
        }
        return sql.first(
                "SELECT d.hash FROM platform.login_device d JOIN platform.user_account u ON u.id = d.user_id"
                        + " WHERE d.hash = ? AND u.name = ? AND d.used_at > ?",
                row -> row.getString("hash"),
                Secrets.hash(secret),
                user,
                clock.instant().minus(KEPT));
    }

    /** Returns the device's secret: a new one, unless it came with one that is known. */
    String remember(Id user, String shown) {
        var now = clock.instant();
        var secret = isKnown(shown) ? shown : secrets.next();
        var hash = Secrets.hash(secret);
        var again = sql.update(
                "UPDATE platform.login_device SET used_at = ? WHERE hash = ? AND user_id = ?", now, hash, user);
        if (again == 0) {
            sql.update("INSERT INTO platform.login_device (hash, user_id, used_at) VALUES (?, ?, ?)", hash, user, now);
            forgetOldest(user);
        }
        return secret;
    }

    private boolean isKnown(String secret) {
        return secret != null
                && sql.first(
                                "SELECT hash FROM platform.login_device WHERE hash = ? AND used_at > ?",
                                row -> true,
                                Secrets.hash(secret),
                                clock.instant().minus(KEPT))
                        .isPresent();
    }

    private void forgetOldest(Id user) {
        sql
                .list(
                        "SELECT hash FROM platform.login_device WHERE user_id = ? ORDER BY used_at DESC, hash",
                        row -> row.getString("hash"),
                        user)
                .stream()
                .skip(OF_ONE_USER)
                .forEach(hash ->
                        sql.update("DELETE FROM platform.login_device WHERE user_id = ? AND hash = ?", user, hash));
    }

    /** Forgets all devices of a user, except one if its secret is given. */
    public void forgetAll(Id user, String except) {
        sql.update(
                "DELETE FROM platform.login_device WHERE user_id = ? AND hash <> ?",
                user,
                except == null ? "" : Secrets.hash(except));
    }
}
