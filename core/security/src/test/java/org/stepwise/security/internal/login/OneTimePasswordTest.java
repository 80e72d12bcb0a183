package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.error.Refusal;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Logins;
import org.stepwise.security.Users;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;

/** A password that somebody else has set. */
class OneTimePasswordTest {
    private static final String GIVEN = "told by telephone";
    private static final String OWN = "correct horse";

    @OnBothDatabases
    void itOpensOneSessionInWhichAnotherIsChosen(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var logins = platform.service(Logins.class);
            administered(platform, () -> platform.service(Users.class).add("anna", "Anna", GIVEN, "en"));

            var session = People.login(platform, "anna", GIVEN);
            assertThat(session.mustChangePassword()).isTrue();
            assertThat(logins.session(session.token())).hasValueSatisfying(open -> assertThat(open.mustChangePassword())
                    .isTrue());
            refused("erp.password.used", () -> People.login(platform, "anna", GIVEN));
            refused("erp.login.failed", () -> People.login(platform, "anna", "a wrong password"));
            refused("erp.password.unchanged", () -> {
                People.choose(platform, session, GIVEN, GIVEN);
                return null;
            });

            People.choose(platform, session, GIVEN, OWN);
            assertThat(logins.session(session.token())).hasValueSatisfying(open -> assertThat(open.mustChangePassword())
                    .isFalse());
            assertThat(People.login(platform, "anna", OWN).mustChangePassword()).isFalse();
            refused("erp.login.failed", () -> People.login(platform, "anna", GIVEN));
        }
    }

    @OnBothDatabases
    void anAdministratorSetsAnotherOneTimePassword(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var logins = platform.service(Logins.class);
            People.add(platform, "anna", "Anna", OWN);
            var before = People.login(platform, "anna", OWN);
            var token = administered(platform, () -> logins.createToken("anna", "till"));

            administered(platform, () -> {
                platform.service(Users.class).setPassword("anna", GIVEN);
                return null;
            });
            assertThat(logins.session(before.token())).isEmpty();
            assertThat(logins.program(token.secret())).isPresent();
            assertThat(People.login(platform, "anna", GIVEN).mustChangePassword())
                    .isTrue();
        }
    }

    private static <T> T administered(Platform platform, Supplier<T> work) {
        return platform.service(ConsoleCaller.class).run(work);
    }

    private static void refused(String code, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo(code);
    }
}
