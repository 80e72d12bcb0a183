package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.stepwise.data.Database;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

@Isolated("sets the home of the whole JVM")
class FirstUserTest {
    private static final String OWN = "correct horse";

    @OnBothDatabases
    void theFirstStartMakesOneAdministratorWithAPasswordOnlyTheOwnerReads(Database.Kind kind, @TempDir Path home)
            throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var store = Store.create(kind)) {
            var file = home.resolve("run/one-time-password");
            String password;
            try (var platform = Platform.on(store).start()) {
                password = Files.readString(file).strip();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                var admin = People.login(platform, "admin", password);
                assertThat(admin.caller().permissions()).isEqualTo(Set.of("*"));
                assertThat(admin.mustChangePassword()).isTrue();
                People.choose(platform, admin, password, OWN);
            }
            Files.delete(file);
            try (var platform = Platform.on(store).start()) {
                assertThat(People.login(platform, "admin", OWN).mustChangePassword())
                        .isFalse();
                assertThat(file).doesNotExist();
            }
        } finally {
            System.clearProperty("stepwise.home");
        }
    }
}
