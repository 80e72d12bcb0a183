package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Refusal;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Logins;
import org.stepwise.security.Users;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;

class LoginsTest {
    private static final String PASSWORD = "correct horse";

    @OnBothDatabases
    void aSessionIsOpenedByThePasswordAndClosedByLogout(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            refused("erp.login.failed", () -> People.login(platform, "anna", "wrong password"));
            refused("erp.login.failed", () -> People.login(platform, "nobody", PASSWORD));

            var session = People.login(platform, "Anna", PASSWORD);
            assertThat(session.displayName()).isEqualTo("Anna Berg");
            assertThat(session.caller().may("*")).isTrue();
            assertThat(session.caller().company()).isEqualTo(new Id(7));
            assertThat(session.caller().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(logins.session(session.token())).contains(session);
            assertThat(logins.session(session.token() + "x")).isEmpty();

            logins.logout(session.token());
            assertThat(logins.session(session.token())).isEmpty();
        }
    }

    @OnBothDatabases
    void aSessionLastsLongerByBeingUsed(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var token = People.login(platform, "anna", PASSWORD).token();
            for (int use = 0; use < 5; use++) {
                platform.clock().move(Duration.ofHours(11));
                assertThat(logins.session(token)).isPresent();
            }
            platform.clock().move(Duration.ofHours(13));
            assertThat(logins.session(token)).isEmpty();
        }
    }

    /** On this server all is forgotten with the change; another one on the same database only changes the rows. */
    @OnBothDatabases
    void whatAnotherServerTakesAwayIsGoneWithinASecond(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var token = People.login(platform, "anna", PASSWORD).token();
            assertThat(logins.session(token)).isPresent();

            elsewhere(platform, "DELETE FROM platform.role_permission");
            platform.clock().move(Duration.ofSeconds(1));
            assertThat(logins.session(token))
                    .hasValueSatisfying(session ->
                            assertThat(session.caller().permissions()).isEmpty());
            elsewhere(platform, "DELETE FROM platform.login_session");
            platform.clock().move(Duration.ofSeconds(1));
            assertThat(logins.session(token)).isEmpty();
        }
    }

    private static void elsewhere(Platform platform, String change) {
        platform.service(Transactions.class).run(() -> {
            try (var connection = platform.service(Transactions.class).connection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate(change);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @OnBothDatabases
    void aRevokedTokenOpensNothing(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var made = console(platform, () -> logins.createToken("anna", "till"));
            assertThat(logins.program(made.secret())).hasValueSatisfying(caller -> {
                assertThat(caller.name()).isEqualTo("anna");
                assertThat(caller.door()).isEqualTo("rest");
            });
            assertThat(console(platform, logins::tokens)).singleElement().satisfies(token -> assertThat(
                            token.lastUsed())
                    .isEqualTo(platform.clock().instant()));

            console(platform, () -> {
                logins.revokeToken(made.id());
                return null;
            });
            assertThat(logins.program(made.secret())).isEmpty();
        }
    }

    @OnBothDatabases
    void noSecretIsKeptInClear(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var token =
                    console(platform, () -> logins.createToken("anna", "till")).secret();
            var session = People.login(platform, "anna", PASSWORD).token();
            assertThat(everythingKept(platform))
                    .isNotEmpty()
                    .noneMatch(value -> value.contains(token) || value.contains(session) || value.contains(PASSWORD));
        }
    }

    @OnBothDatabases
    void aNewPasswordClosesTheOtherSessions(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var here = People.login(platform, "anna", PASSWORD);
            var there = People.login(platform, "anna", PASSWORD);
            platform.service(Callers.class).as(here.caller(), () -> {
                refused("erp.password.wrong", () -> {
                    logins.changePassword(
                            new Logins.PasswordChange("not it at all", "battery staple", here.token(), null));
                    return null;
                });
                refused("erp.password.unchanged", () -> {
                    logins.changePassword(new Logins.PasswordChange(PASSWORD, PASSWORD, here.token(), null));
                    return null;
                });
                return null;
            });
            assertThat(logins.session(there.token())).isPresent();
            People.choose(platform, here, PASSWORD, "battery staple");
            assertThat(logins.session(here.token())).isPresent();
            assertThat(logins.session(there.token())).isEmpty();
            assertThat(People.login(platform, "anna", "battery staple")).isNotNull();
        }
    }

    @OnBothDatabases
    void whoIsNotActiveGetsInByNoDoor(Database.Kind kind) {
        try (var platform = platformWithAnna(kind)) {
            var logins = platform.service(Logins.class);
            var users = platform.service(Users.class);
            var token =
                    console(platform, () -> logins.createToken("anna", "till")).secret();
            var session = People.login(platform, "anna", PASSWORD).token();
            console(platform, () -> {
                users.add("bert", "Bert", PASSWORD, "de");
                users.grant("bert", Users.ADMINISTRATOR);
                users.setActive("anna", false);
                return null;
            });
            assertThat(logins.program(token)).isEmpty();
            assertThat(logins.session(session)).isEmpty();
            refused("erp.login.failed", () -> People.login(platform, "anna", PASSWORD));
        }
    }

    private static Platform platformWithAnna(Database.Kind kind) {
        var platform = Platform.on(kind).start();
        platform.service(Companies.class)
                .add(new Companies.Company(new Id(7), "Northwind", "USD", ZoneId.of("Europe/Berlin")));
        var users = platform.service(Users.class);
        People.add(platform, "anna", "Anna Berg", PASSWORD);
        console(platform, () -> {
            users.grant("anna", Users.ADMINISTRATOR);
            return null;
        });
        return platform;
    }

    private static <T> T console(Platform platform, Supplier<T> work) {
        return platform.service(ConsoleCaller.class).run(work);
    }

    private static void refused(String code, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private static List<String> everythingKept(Platform platform) {
        var transactions = platform.service(Transactions.class);
        return transactions.call(() -> Set.of(
                        "SELECT password FROM platform.user_account",
                        "SELECT hash FROM platform.login_session",
                        "SELECT hash FROM platform.login_device",
                        "SELECT hash FROM platform.api_token")
                .stream()
                .flatMap(query -> texts(transactions, query).stream())
                .toList());
    }

    private static List<String> texts(Transactions transactions, String query) {
        try (var connection = transactions.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
