package org.stepwise.security.internal.login;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.error.TooSoon;
import org.stepwise.security.Logins;
import org.stepwise.security.internal.login.AccountTable.Account;
import org.stepwise.security.internal.password.Passwords;
import org.stepwise.security.internal.password.Place;

/** What people log in with: checked, changed and given out. */
@Component(service = Credentials.class)
public final class Credentials {
    private final AccountTable accounts;
    private final Sessions sessions;
    private final Devices devices;
    private final Passwords passwords;
    private final Transactions transactions;
    private final LoginDelay delay;

    @Activate
    public Credentials(
            @Reference AccountTable accounts,
            @Reference Sessions sessions,
            @Reference Passwords passwords,
            @Reference Transactions transactions,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = sessions.devices();
        this.passwords = passwords;
        this.transactions = transactions;
        this.delay = new LoginDelay(clock);
    }

    /** Lets in whoever has the password; {@code open} makes the session, in the same transaction. */
    Logins.Entry enter(Logins.Attempt attempt, Function<Account, Logins.Session> open) {
        var name = attempt.user() == null ? "" : attempt.user().strip().toLowerCase(Locale.ROOT);
        var place = devices.find(attempt.device(), name)
                .map(Place::device)
                .orElseGet(() -> Place.stranger(attempt.source()));
        try (var counted = delay.begin(name, place.of())) {
            var account = accounts.find(name).filter(Account::active);
            if (!matches(counted, place, attempt.password(), account)) {
                throw new Rejected(
                        "erp.login.failed", "the user name or the password is wrong; check both and try again");
            }
            return transactions.call(() -> {
                var user = account.orElseThrow();
                use(user);
                return new Logins.Entry(open.apply(user), devices.remember(user.id(), attempt.device()));
            });
        }
    }

    private boolean matches(LoginDelay.Attempt counted, Place place, String password, Optional<Account> account) {
        try {
            if (account.isEmpty()) {
                passwords.matchesNobody(place);
                return false;
            }
            var right = passwords.matches(place, password, account.get().password());
            if (right) {
                counted.succeeded();
            }
            return right;
        } catch (TooSoon busy) {
            counted.refused();
            throw busy;
        }
    }

    private void use(Account account) {
        if (account.passwordKind() != PasswordKind.OWN && !accounts.use(account)) {
            throw new Rejected(
                    "erp.password.used",
                    "this one-time password has opened its session already; ask an administrator for a new one, who"
                            + " gets it on the server with: ./stepwise console erp:user-password " + account.name());
        }
    }

    /** The user's own choice, in whose session and on whose device it was made. */
    void change(Account account, Logins.PasswordChange change) {
        var place = Place.user(account.id());
        try (var counted = delay.begin(account.name(), place.of())) {
            if (!matches(counted, place, change.current(), Optional.of(account))) {
                throw new Rejected("erp.password.wrong", "the current password is wrong; nothing was changed");
            }
        }
        if (change.next().equals(change.current())) {
            throw new Rejected(
                    "erp.password.unchanged", "the new password is the old one; nothing was changed: choose another");
        }
        var kept = passwords.keep(place, account.names(), change.next());
        transactions.run(() -> {
            accounts.setPassword(account.id(), kept, PasswordKind.OWN);
            sessions.closeAll(account.id(), change.session());
            devices.forgetAll(account.id(), change.device());
        });
    }

    /** Adds somebody with a one-time password. */
    public Id add(Id by, NewAccount added, String password) {
        var kept = passwords.keep(Place.user(by), List.of(added.name(), added.displayName()), password);
        return transactions.call(() -> accounts.add(added.name(), added.displayName(), added.language(), kept));
    }

    /** Gives somebody a one-time password instead of the one there was. */
    public void give(Id by, Account account, String password) {
        var kept = passwords.keep(Place.user(by), account.names(), password);
        transactions.run(() -> {
            accounts.setPassword(account.id(), kept, PasswordKind.ONE_TIME);
            shutOut(account);
        });
    }

    /** Closes all sessions and forgets all devices. */
    public void shutOut(Account account) {
        sessions.closeAll(account.id(), null);
        devices.forgetAll(account.id(), null);
    }

    /** Somebody who is to be added. */
    public record NewAccount(String name, String displayName, String language) {}
}
