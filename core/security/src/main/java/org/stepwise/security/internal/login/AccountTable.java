package org.stepwise.security.internal.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.security.internal.Sql;
import org.stepwise.security.internal.password.Passwords;

/** The rows of people who may log in. */
@Component(service = AccountTable.class)
public final class AccountTable {
    private static final String SELECT =
            "SELECT id, name, display_name, language, password, password_kind, active FROM platform.user_account";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final RecentLogins recent;

    @Activate
    public AccountTable(
            @Reference Sql sql, @Reference Ids ids, @Reference Clock clock, @Reference RecentLogins recent) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.recent = recent;
    }

    public List<Account> all() {
        return sql.list(SELECT + " ORDER BY name", AccountTable::account);
    }

    public Optional<Account> find(String name) {
        return sql.first(SELECT + " WHERE name = ?", AccountTable::account, name);
    }

    public Optional<Account> find(Id user) {
        return sql.first(SELECT + " WHERE id = ?", AccountTable::account, user);
    }

    /** Somebody else has set the password, and so it is a one-time one. */
    public Id add(String name, String displayName, String language, String kept) {
        var id = ids.next();
        sql.update(
                "INSERT INTO platform.user_account (id, name, display_name, language, password, password_kind,"
                        + " active, created_at) VALUES (?, ?, ?, ?, ?, ?, TRUE, ?)",
                id,
                name,
                displayName,
                language,
                kept,
                PasswordKind.ONE_TIME.name(),
                clock.instant());
        return id;
    }

    public void setPassword(Id user, String kept, PasswordKind kind) {
        sql.update(
                "UPDATE platform.user_account SET password = ?, password_kind = ? WHERE id = ?",
                kept,
                kind.name(),
                user);
        recent.forget();
    }

    /** True for one of those who come with this one-time password. */
    boolean use(Account account) {
        return sql.update(
                        "UPDATE platform.user_account SET password_kind = ?"
                                + " WHERE id = ? AND password = ? AND password_kind = ?",
                        PasswordKind.USED.name(),
                        account.id(),
                        account.password(),
                        PasswordKind.ONE_TIME.name())
                == 1;
    }

    public void setActive(Id user, boolean active) {
        sql.update("UPDATE platform.user_account SET active = ? WHERE id = ?", active, user);
        recent.forget();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new Id(row.getLong("id")),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("language"),
                row.getString("password"),
                PasswordKind.valueOf(row.getString("password_kind")),
                row.getBoolean("active"));
    }

    /** A person who may log in; {@code password} as {@link Passwords} keeps it. */
    public record Account(
            Id id,
            String name,
            String displayName,
            String language,
            String password,
            PasswordKind passwordKind,
            boolean active) {

        /** What a password of this person may not be. */
        public List<String> names() {
            return List.of(name, displayName);
        }
    }
}
