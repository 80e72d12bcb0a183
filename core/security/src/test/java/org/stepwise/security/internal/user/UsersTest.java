package org.stepwise.security.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.stepwise.data.Database;
import org.stepwise.error.Refusal;
import org.stepwise.security.Callers;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Logins;
import org.stepwise.security.Permissions;
import org.stepwise.security.Users;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;

class UsersTest {
    private static final String PASSWORD = "correct horse";

    @OnBothDatabases
    void aRolePermitsWhatItIsMadeOfAndNothingElse(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            administered(platform, users -> {
                users.setRole("clerk", List.of("erp.user.manage"));
                users.add("anna", "Anna", PASSWORD, "nl");
                users.grant("anna", "clerk");
            });
            var session = People.login(platform, "anna", PASSWORD);
            var anna = session.caller();
            assertThat(anna.permissions()).containsExactly("erp.user.manage");
            assertThat(anna.language().getLanguage()).isEqualTo("nl");
            platform.service(Callers.class).as(anna, () -> {
                refused("erp.permission.missing", () -> platform.service(Permissions.class)
                        .require("crm.order.confirm"));
                return null;
            });
            administered(platform, users -> users.withdraw("anna", "clerk"));
            assertThat(platform.service(Logins.class).session(session.token()))
                    .hasValueSatisfying(
                            still -> assertThat(still.caller().permissions()).isEmpty());
        }
    }

    @OnBothDatabases
    void theLastAdministratorStays(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            administered(platform, users -> {
                users.add("anna", "Anna", PASSWORD, "en");
                users.grant("anna", Users.ADMINISTRATOR);
                refused("erp.user.last-administrator", () -> users.withdraw("anna", Users.ADMINISTRATOR));
                refused("erp.user.last-administrator", () -> users.setActive("anna", false));
                users.add("bert", "Bert", PASSWORD, "en");
                users.grant("bert", Users.ADMINISTRATOR);
                users.withdraw("anna", Users.ADMINISTRATOR);
                assertThat(users.find("anna").orElseThrow().roles()).isEmpty();
            });
        }
    }

    @OnBothDatabases
    void whatNobodyKnowsIsRefused(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            administered(platform, users -> {
                refused("erp.user.name", () -> users.add("Anna Berg", "Anna", PASSWORD, "en"));
                refused("erp.user.unknown", () -> users.grant("anna", Users.ADMINISTRATOR));
                users.add("anna", "Anna", PASSWORD, "en");
                refused("erp.user.exists", () -> users.add("anna", "Anna", PASSWORD, "en"));
                refused("erp.role.unknown", () -> users.grant("anna", "clerk"));
                refused("erp.role.permission-unknown", () -> users.setRole("clerk", List.of("crm.no.such")));
                refused("erp.role.name", () -> users.setRole(Users.ADMINISTRATOR, List.of()));
            });
        }
    }

    private static void administered(Platform platform, Consumer<Users> work) {
        platform.service(ConsoleCaller.class).run(() -> {
            work.accept(platform.service(Users.class));
            return null;
        });
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo(code);
    }
}
