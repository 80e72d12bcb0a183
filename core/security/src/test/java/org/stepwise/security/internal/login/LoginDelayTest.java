package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepwise.error.TooSoon;
import org.stepwise.testkit.MovableClock;

class LoginDelayTest {
    private final MovableClock clock = MovableClock.on(LocalDate.of(2026, 3, 2));
    private final LoginDelay delay = new LoginDelay(clock);

    @Test
    void eightMistakesAreFreeAndThenTheDelayDoubles() {
        failed("desk", 8);
        refused("8 attempts to log in failed; try again in 1 second", 1);
        clock.move(Duration.ofSeconds(1));
        failed("desk", 1);
        clock.move(Duration.ofSeconds(1));
        refused("9 attempts to log in failed; try again in 1 second", 1);
        clock.move(Duration.ofSeconds(1));
        failed("desk", 1);
        refused("10 attempts to log in failed; try again in 4 seconds", 4);
    }

    @Test
    void nobodyIsLockedOut() {
        for (int failure = 0; failure < 100; failure++) {
            failed("desk", 1);
            clock.move(LoginDelay.LONGEST);
        }
        assertThatCode(() -> delay.begin("anna", "desk")).doesNotThrowAnyException();
    }

    @Test
    void guessesFromElsewhereDelayOnlyThemselves() {
        failed("elsewhere", 8);
        assertThatCode(() -> delay.begin("anna", "desk")).doesNotThrowAnyException();
        assertThatThrownBy(() -> delay.begin("anna", "elsewhere")).isInstanceOf(TooSoon.class);
    }

    @Test
    void manyAttemptsAtOnceCountOneByOne() {
        for (int attempt = 0; attempt < LoginDelay.AT_ONCE; attempt++) {
            delay.begin("anna", "desk");
        }
        refused("4 attempts to log in are under way", 1);
    }

    @Test
    void successEndsTheDelay() {
        failed("desk", 7);
        try (var attempt = delay.begin("anna", "desk")) {
            attempt.succeeded();
        }
        assertThatCode(() -> failed("desk", 8)).doesNotThrowAnyException();
    }

    @Test
    void whatWasNotCheckedIsNoFailure() {
        for (int attempt = 0; attempt < 20; attempt++) {
            try (var busy = delay.begin("anna", "desk")) {
                busy.refused();
            }
        }
        assertThatCode(() -> failed("desk", 8)).doesNotThrowAnyException();
    }

    private void failed(String source, int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            delay.begin("anna", source).close();
        }
    }

    private void refused(String message, int seconds) {
        assertThatThrownBy(() -> delay.begin("anna", "desk"))
                .isInstanceOfSatisfying(TooSoon.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("erp.login.too-soon");
                    assertThat(refusal.seconds()).isEqualTo(seconds);
                })
                .hasMessageStartingWith(message);
    }
}
