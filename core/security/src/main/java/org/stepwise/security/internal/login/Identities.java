package org.stepwise.security.internal.login;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.security.Caller;
import org.stepwise.security.Companies;

/** Makes a caller of a user and a company. Nobody is asked to log in before the {@link FirstUser} can. */
@Component(service = Identities.class, reference = @Reference(name = "first", service = FirstUser.class))
public final class Identities {
    private final AccountTable accounts;
    private final RoleTable roles;
    private final Companies companies;
    private final Transactions transactions;
    private final RecentLogins recent;

    @Activate
    public Identities(
            @Reference AccountTable accounts,
            @Reference RoleTable roles,
            @Reference Companies companies,
            @Reference Transactions transactions,
            @Reference RecentLogins recent) {
        this.accounts = accounts;
        this.roles = roles;
        this.companies = companies;
        this.transactions = transactions;
        this.recent = recent;
    }

    AccountTable accounts() {
        return accounts;
    }

    /** What a token opens the door to. */
    interface Opened {
        Id user();

        long company();
    }

    /** Who is behind a token; {@code key} names it among tokens of all kinds. */
    Optional<Identity> behind(String key, Supplier<Optional<? extends Opened>> token) {
        return recent.find(key, () -> token.get().flatMap(open -> of(open.user(), open.company())));
    }

    /** Nobody when the user is not active; without a company while there is none. */
    Optional<Identity> of(Id user, long company) {
        return transactions.call(() -> accounts.find(user)
                .filter(AccountTable.Account::active)
                .map(account -> new Identity(
                        account.displayName(),
                        caller(account, company(company)),
                        account.passwordKind() != PasswordKind.OWN)));
    }

    private Caller caller(AccountTable.Account account, Optional<Companies.Company> company) {
        return new Caller(
                account.id(),
                account.name(),
                company.map(Companies.Company::id).orElse(null),
                "rest",
                company.map(Companies.Company::zone).orElse((ZoneId) ZoneOffset.UTC),
                Locale.forLanguageTag(account.language()),
                roles.permissions(
                        account.id(), company.map(known -> known.id().value()).orElse(RoleTable.EVERYWHERE)));
    }

    /** One asked for before there was a company is answered by the first. */
    private Optional<Companies.Company> company(long wanted) {
        return wanted == RoleTable.EVERYWHERE ? companies.all().stream().findFirst() : companies.find(new Id(wanted));
    }

    /** {@code mustChangePassword}: somebody else has set it. It binds people; a program has no password. */
    record Identity(String displayName, Caller caller, boolean mustChangePassword) {}
}
