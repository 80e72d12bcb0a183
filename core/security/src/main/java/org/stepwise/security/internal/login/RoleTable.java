package org.stepwise.security.internal.login;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.security.internal.Sql;

/** Roles, what they permit, and who has them where. */
@Component(service = RoleTable.class)
public final class RoleTable {
    /** As a company it stands for every one. */
    public static final long EVERYWHERE = 0;

    private final Sql sql;
    private final RecentLogins recent;

    @Activate
    public RoleTable(@Reference Sql sql, @Reference RecentLogins recent) {
        this.sql = sql;
        this.recent = recent;
    }

    Set<String> permissions(Id user, long company) {
        return new HashSet<>(sql.list(
                "SELECT p.permission FROM platform.user_role u JOIN platform.role_permission p ON p.role = u.role"
                        + " WHERE u.user_id = ? AND u.company IN (0, ?)",
                row -> row.getString("permission"),
                user,
                company));
    }

    public Set<String> of(Id user, long company) {
        return new TreeSet<>(sql.list(
                "SELECT role FROM platform.user_role WHERE user_id = ? AND company IN (0, ?)",
                row -> row.getString("role"),
                user,
                company));
    }

    /** Users who are active and have the role in the company or everywhere. */
    public Set<Long> holders(String role, long company) {
        return new HashSet<>(sql.list(
                "SELECT u.id FROM platform.user_role r JOIN platform.user_account u ON u.id = r.user_id"
                        + " WHERE r.role = ? AND r.company IN (0, ?) AND u.active = TRUE",
                row -> row.getLong("id"),
                role,
                company));
    }

    public void grant(Id user, String role, long company) {
        withdraw(user, role, company);
        sql.update("INSERT INTO platform.user_role (company, user_id, role) VALUES (?, ?, ?)", company, user, role);
    }

    public void withdraw(Id user, String role, long company) {
        sql.update(
                "DELETE FROM platform.user_role WHERE user_id = ? AND role = ? AND company IN (0, ?)",
                user,
                role,
                company);
        recent.forget();
    }

    public Map<String, Set<String>> all() {
        var roles = new TreeMap<String, Set<String>>();
        sql.list("SELECT name FROM platform.access_role", row -> row.getString("name"))
                .forEach(role -> roles.put(role, new TreeSet<>()));
        sql.list(
                        "SELECT role, permission FROM platform.role_permission",
                        row -> Map.entry(row.getString("role"), row.getString("permission")))
                .forEach(entry -> roles.computeIfAbsent(entry.getKey(), role -> new TreeSet<>())
                        .add(entry.getValue()));
        return roles;
    }

    public void set(String role, Collection<String> permissions) {
        if (!all().containsKey(role)) {
            sql.update("INSERT INTO platform.access_role (name) VALUES (?)", role);
        }
        sql.update("DELETE FROM platform.role_permission WHERE role = ?", role);
        new TreeSet<>(permissions)
                .forEach(permission -> sql.update(
                        "INSERT INTO platform.role_permission (role, permission) VALUES (?, ?)", role, permission));
        recent.forget();
    }
}
