package org.stepwise.security.internal.user;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.module.Homes;
import org.stepwise.security.Callers;
import org.stepwise.security.PermissionSet;
import org.stepwise.security.Permissions;
import org.stepwise.security.Users;
import org.stepwise.security.internal.CallerPermissions;
import org.stepwise.security.internal.SecurityPermissions;
import org.stepwise.security.internal.login.AccountTable;
import org.stepwise.security.internal.login.AccountTable.Account;
import org.stepwise.security.internal.login.Credentials;
import org.stepwise.security.internal.login.RoleTable;

/** Administers people and roles. */
@Component
public final class Accounts implements Users {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
    private static final String SPEAKING = "web";
    private static final int DISPLAY_NAME_LONGEST = 200;

    private final AccountTable accounts;
    private final RoleTable roles;
    private final Credentials credentials;
    private final Callers callers;
    private final Permissions allowed;
    private final Transactions transactions;
    private final List<PermissionSet> sets = new CopyOnWriteArrayList<>();

    @Activate
    public Accounts(
            @Reference AccountTable accounts,
            @Reference RoleTable roles,
            @Reference Credentials credentials,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.accounts = accounts;
        this.roles = roles;
        this.credentials = credentials;
        this.callers = callers;
        this.allowed = new CallerPermissions(callers);
        this.transactions = transactions;
    }

    @Reference(
            name = "permissions",
            unbind = "removedPermissionSet",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedPermissionSet(PermissionSet set, Map<String, Object> service) {
        if (Homes.mayOffer("the permissions of " + set.module(), set.module(), service)) {
            sets.add(set);
        }
    }

    public void removedPermissionSet(PermissionSet set) {
        sets.remove(set);
    }

    @Override
    public List<User> all() {
        check();
        return transactions.call(() -> accounts.all().stream().map(this::user).toList());
    }

    @Override
    public Optional<User> find(String name) {
        check();
        return accounts.find(name).map(this::user);
    }

    @Override
    public Id add(String name, String displayName, String password, String language) {
        check();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new Rejected(
                    "erp.user.name",
                    "a user's name has 1 to 60 small letters, digits, dots and hyphens; choose another one");
        }
        var shown = displayName == null || displayName.isBlank() ? name : displayName.strip();
        if (shown.length() > DISPLAY_NAME_LONGEST) {
            throw new Rejected("erp.user.display-name", "the display name is too long; 200 characters are the most");
        }
        if (accounts.find(name).isPresent()) {
            throw new Conflict("erp.user.exists", "there is a user \"" + name + "\" already; choose another name");
        }
        var added = new Credentials.NewAccount(name, shown, language(language));
        return credentials.add(callers.current().user(), added, password);
    }

    @Override
    public void setPassword(String name, String password) {
        check();
        credentials.give(callers.current().user(), account(name), password);
    }

    @Override
    public void setActive(String name, boolean active) {
        check();
        transactions.run(() -> {
            var account = account(name);
            if (!active) {
                keepAnAdministrator(account);
                credentials.shutOut(account);
            }
            accounts.setActive(account.id(), active);
        });
    }

    @Override
    public void grant(String name, String role) {
        check();
        transactions.run(() -> {
            if (!roles.all().containsKey(role)) {
                throw new NotFound("erp.role.unknown", "there is no role \"" + role + "\"; erp:role-list lists them");
            }
            roles.grant(account(name).id(), role, company());
        });
    }

    @Override
    public void withdraw(String name, String role) {
        check();
        transactions.run(() -> {
            var account = account(name);
            if (role.equals(ADMINISTRATOR)) {
                keepAnAdministrator(account);
            }
            roles.withdraw(account.id(), role, company());
        });
    }

    @Override
    public Map<String, Set<String>> roles() {
        check();
        return transactions.call(roles::all);
    }

    @Override
    public void setRole(String role, Collection<String> permissions) {
        check();
        if (role == null || !NAME.matcher(role).matches() || role.equals(ADMINISTRATOR)) {
            throw new Rejected(
                    "erp.role.name",
                    "a role's name has 1 to 60 small letters, digits, dots and hyphens, and is not administrator");
        }
        var known = permissions();
        var unknown =
                permissions.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new Rejected("erp.role.permission-unknown", "no running module knows " + String.join(", ", unknown));
        }
        transactions.run(() -> roles.set(role, permissions));
    }

    @Override
    public Map<String, String> permissions() {
        var all = new TreeMap<String, String>();
        // The door to people speaks their language: what it says of a permission counts.
        sets.stream()
                .sorted(Comparator.comparing(set -> set.module().equals(SPEAKING)))
                .forEach(set -> all.putAll(set.permissions()));
        return all;
    }

    private void check() {
        allowed.require(SecurityPermissions.MANAGE_USERS);
    }

    private User user(Account account) {
        return new User(
                account.id(),
                account.name(),
                account.displayName(),
                account.language(),
                account.active(),
                roles.of(account.id(), company()));
    }

    private Account account(String name) {
        return accounts.find(name)
                .orElseThrow(() -> new NotFound(
                        "erp.user.unknown", "there is no user \"" + name + "\"; erp:user-list lists them"));
    }

    private void keepAnAdministrator(Account account) {
        if (roles.holders(ADMINISTRATOR, company()).equals(Set.of(account.id().value()))) {
            throw new Conflict(
                    "erp.user.last-administrator",
                    account.name() + " is the last administrator; make somebody else one first");
        }
    }

    private long company() {
        var company = callers.current().company();
        return company == null ? RoleTable.EVERYWHERE : company.value();
    }

    private static String language(String language) {
        return language == null || language.isBlank()
                ? "en"
                : Locale.forLanguageTag(language).toLanguageTag();
    }
}
