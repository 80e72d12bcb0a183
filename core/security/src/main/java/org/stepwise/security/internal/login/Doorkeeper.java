package org.stepwise.security.internal.login;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Logins;
import org.stepwise.security.Permissions;
import org.stepwise.security.internal.CallerPermissions;
import org.stepwise.security.internal.SecurityPermissions;

/** Lets people and programs in, and says who they are. */
@Component
public final class Doorkeeper implements Logins {
    private static final int NAME_LONGEST = 100;

    private final Identities identities;
    private final AccountTable accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Callers callers;
    private final Credentials credentials;
    private final Permissions permissions;

    @Activate
    public Doorkeeper(
            @Reference Identities identities,
            @Reference Sessions sessions,
            @Reference ApiTokens tokens,
            @Reference Credentials credentials,
            @Reference Callers callers) {
        this.identities = identities;
        this.accounts = identities.accounts();
        this.sessions = sessions;
        this.tokens = tokens;
        this.credentials = credentials;
        this.callers = callers;
        this.permissions = new CallerPermissions(callers);
    }

    @Override
    public Entry login(Attempt attempt) {
        return credentials.enter(attempt, account -> {
            var identity = identities.of(account.id(), RoleTable.EVERYWHERE).orElseThrow();
            return session(sessions.open(account.id(), company(identity.caller())), identity);
        });
    }

    @Override
    public Optional<Session> session(String token) {
        return identities
                .behind("session " + token, () -> sessions.find(token))
                .map(identity -> session(token, identity));
    }

    @Override
    public void logout(String token) {
        sessions.close(token);
    }

    @Override
    public void changePassword(PasswordChange change) {
        var caller = callers.current();
        var account = accounts.find(caller.user())
                .orElseThrow(() -> new NotFound("erp.user.unknown", caller.name() + " has no password of its own"));
        credentials.change(account, change);
    }

    @Override
    public Optional<Caller> program(String token) {
        return identities.behind("program " + token, () -> tokens.find(token)).map(Identities.Identity::caller);
    }

    @Override
    public NewToken createToken(String user, String name) {
        permissions.require(SecurityPermissions.MANAGE_USERS);
        if (name == null || name.isBlank() || name.length() > NAME_LONGEST) {
            throw new Rejected(
                    "erp.token.name", "a token needs a name of at most " + NAME_LONGEST + " characters to know it by");
        }
        var account = accounts.find(user)
                .orElseThrow(() -> new NotFound("erp.user.unknown", "there is no user \"" + user + "\""));
        return tokens.create(account.id(), company(callers.current()), name.strip());
    }

    @Override
    public List<Token> tokens() {
        permissions.require(SecurityPermissions.MANAGE_USERS);
        return tokens.all();
    }

    @Override
    public void revokeToken(Id token) {
        permissions.require(SecurityPermissions.MANAGE_USERS);
        tokens.revoke(token);
    }

    private static Session session(String token, Identities.Identity identity) {
        return new Session(
                token, Secrets.csrf(token), identity.displayName(), identity.caller(), identity.mustChangePassword());
    }

    private static long company(Caller caller) {
        return caller.company() == null
                ? RoleTable.EVERYWHERE
                : caller.company().value();
    }
}
