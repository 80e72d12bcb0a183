package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.stepwise.data.Database;
import org.stepwise.error.Rejected;
import org.stepwise.error.TooSoon;
import org.stepwise.security.Logins;
import org.stepwise.security.Logins.Attempt;
import org.stepwise.security.internal.password.Hashing;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;

/** Somebody guesses, and somebody else logs in. */
class GuessingTest {
    private static final String PASSWORD = "correct horse";

    @OnBothDatabases
    void namesThatNobodyHasCostNoHash(Database.Kind kind) throws Exception {
        try (var platform = Platform.on(kind).start()) {
            People.add(platform, "anna", "Anna", PASSWORD);
            var logins = platform.service(Logins.class);
            var before = platform.service(Hashing.class).made();

            var guessers = Executors.newFixedThreadPool(40);
            try {
                var guesses = guessers.invokeAll(IntStream.range(0, 40)
                        .<Callable<Logins.Entry>>mapToObj(guess ->
                                () -> logins.login(new Attempt("made-up-" + guess, PASSWORD, "elsewhere", null)))
                        .toList());
                assertThat(guesses).allSatisfy(guess -> assertThatThrownBy(guess::get)
                        .hasCauseInstanceOf(Rejected.class)
                        .cause()
                        .extracting("code")
                        .isEqualTo("erp.login.failed"));
            } finally {
                guessers.shutdown();
            }
            assertThat(platform.service(Hashing.class).made()).isEqualTo(before);
        }
    }

    @OnBothDatabases
    void fourWrongPasswordsDoNotMakeTheRightOneWait(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            People.add(platform, "anna", "Anna", PASSWORD);
            wrong(platform, 4, "desk", null);
            assertThat(People.login(platform, "anna", PASSWORD)).isNotNull();
        }
    }

    @OnBothDatabases
    void aDeviceThatIsKnownIsNotSlowedByOthers(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            People.add(platform, "anna", "Anna", PASSWORD);
            var logins = platform.service(Logins.class);
            var device =
                    logins.login(new Attempt("anna", PASSWORD, "desk", null)).device();
            wrong(platform, LoginDelay.FREE, "desk", null);
            assertThatThrownBy(() -> logins.login(new Attempt("anna", PASSWORD, "desk", null)))
                    .isInstanceOf(TooSoon.class);
            assertThatThrownBy(() -> logins.login(new Attempt("anna", PASSWORD, "desk", device + "x")))
                    .isInstanceOf(TooSoon.class);

            var again = logins.login(new Attempt("anna", PASSWORD, "desk", device));
            assertThat(again.device()).isEqualTo(device);
            wrong(platform, LoginDelay.FREE, "desk", device);
            assertThatThrownBy(() -> logins.login(new Attempt("anna", PASSWORD, "desk", device)))
                    .isInstanceOf(TooSoon.class);
        }
    }

    @OnBothDatabases
    void aDeviceIsKnownForWhomItHasLetIn(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            People.add(platform, "anna", "Anna", PASSWORD);
            People.add(platform, "bert", "Bert", PASSWORD);
            var devices = platform.service(Devices.class);
            var logins = platform.service(Logins.class);
            var device =
                    logins.login(new Attempt("anna", PASSWORD, "till", null)).device();
            assertThat(devices.find(device, "anna")).isPresent();
            assertThat(devices.find(device, "bert")).isEmpty();

            var both = logins.login(new Attempt("bert", PASSWORD, "till", device));
            assertThat(both.device()).isEqualTo(device);
            assertThat(devices.find(device, "anna")).isPresent();
            assertThat(devices.find(device, "bert")).isPresent();

            People.choose(platform, both.session(), PASSWORD, "battery staple");
            assertThat(devices.find(device, "bert")).isEmpty();
            assertThat(devices.find(device, "anna")).isPresent();
        }
    }

    @OnBothDatabases
    void theOldestDevicesAreForgotten(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            People.add(platform, "anna", "Anna", PASSWORD);
            var anna = People.login(platform, "anna", PASSWORD).caller().user();
            var devices = platform.service(Devices.class);
            platform.clock().move(Duration.ofMinutes(1));
            var first = devices.remember(anna, null);
            for (int device = 0; device < Devices.OF_ONE_USER; device++) {
                platform.clock().move(Duration.ofMinutes(1));
                assertThat(devices.find(first, "anna")).isPresent();
                devices.remember(anna, null);
            }
            assertThat(devices.find(first, "anna")).isEmpty();
        }
    }

    private static void wrong(Platform platform, int times, String source, String device) {
        for (int attempt = 0; attempt < times; attempt++) {
            assertThatThrownBy(() -> platform.service(Logins.class)
                            .login(new Attempt("anna", "a wrong password", source, device)))
                    .isInstanceOf(Rejected.class);
        }
    }
}
