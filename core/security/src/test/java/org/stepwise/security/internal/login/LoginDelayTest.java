package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepwise.error.Rejected;
import org.stepwise.testkit.MovableClock;

class LoginDelayTest {
    private final MovableClock clock = MovableClock.on(LocalDate.of(2026, 3, 2));
    private final LoginDelay delay = new LoginDelay(clock);

    @Test
    void theDelayDoublesWithEveryFailure() {
        delay.begin("anna", "desk");
        refused("1 attempts to log in failed; try again in 1 seconds");
        clock.move(Duration.ofSeconds(1));
        delay.begin("anna", "desk");
        clock.move(Duration.ofSeconds(1));
        refused("2 attempts to log in failed");
        clock.move(Duration.ofSeconds(1));
        delay.begin("anna", "desk");
        clock.move(Duration.ofSeconds(3));
        refused("3 attempts to log in failed");
    }

    @Test
    void nobodyIsLockedOut() {
        for (int failure = 0; failure < 100; failure++) {
            delay.begin("anna", "desk");
            clock.move(LoginDelay.LONGEST);
        }
        assertThatCode(() -> delay.begin("anna", "desk")).doesNotThrowAnyException();
    }

    @Test
    void guessesFromElsewhereDelayOnlyThemselves() {
        delay.begin("anna", "elsewhere");
        delay.begin("anna", "desk");
        assertThatThrownBy(() -> delay.begin("anna", "elsewhere")).isInstanceOf(Rejected.class);
    }

    @Test
    void manyAttemptsAtOnceCountOneByOne() {
        delay.begin("anna", "desk");
        refused("1 attempts");
        refused("1 attempts");
    }

    @Test
    void successEndsTheDelay() {
        delay.begin("anna", "desk");
        delay.succeeded("anna", "desk");
        assertThatCode(() -> delay.begin("anna", "desk")).doesNotThrowAnyException();
    }

    private void refused(String message) {
        assertThatThrownBy(() -> delay.begin("anna", "desk"))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith(message)
                .extracting("code")
                .isEqualTo("erp.login.too-soon");
    }
}
