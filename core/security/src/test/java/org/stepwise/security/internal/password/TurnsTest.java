package org.stepwise.security.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwise.error.TooSoon;

/** One place, and who comes while it is taken. */
class TurnsTest {
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<String> served = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        free.countDown();
        people.shutdown();
    }

    @Test
    void sourcesHaveTheirTurnOneAfterTheOther() throws Exception {
        var turns = occupied(Duration.ofSeconds(30));
        for (int guess = 1; guess <= 4; guess++) {
            comes(turns, "many");
        }
        comes(turns, "one");
        free.countDown();
        eventually(() -> assertThat(served).containsExactly("many", "one", "many", "many", "many"));
    }

    @Test
    void whoPretendsMakesNobodyWait() throws Exception {
        var turns = occupied(Duration.ofSeconds(30));
        var pretends = new CountDownLatch(1);
        for (int guess = 1; guess <= Turns.HERE_OF_ONE - 1; guess++) {
            people.submit(() -> turns.pretend("same", () -> awaited(pretends)));
        }
        eventually(() -> assertThat(turns.waiting()).isEqualTo(Turns.HERE_OF_ONE - 1));
        comes(turns, "same");
        free.countDown();
        eventually(() -> assertThat(served).containsExactly("same"));
        pretends.countDown();
    }

    @Test
    void aSourceHasAFewWaitingAndOthersComeIn() throws Exception {
        var turns = occupied(Duration.ofSeconds(30));
        for (int guess = 1; guess <= Turns.WAITING_OF_ONE; guess++) {
            comes(turns, "many");
        }
        busy(() -> turns.take("many", () -> "served"));
        busy(() -> turns.pretend("many", () -> "refused as if real"));
        comes(turns, "one");
    }

    @Test
    void nobodyWaitsLong() throws Exception {
        var turns = occupied(Duration.ofMillis(1));
        busy(() -> turns.take("one", () -> "served"));
        assertThat(turns.waiting()).isZero();
        free.countDown();
        // Until whoever has the place is gone nobody waits for it longer than before.
        eventually(() ->
                assertThatCode(() -> turns.take("one", () -> served.add("one"))).doesNotThrowAnyException());
        assertThat(served).containsExactly("one");
    }

    /** The place is taken until it is freed. */
    private Turns occupied(Duration longest) throws InterruptedException {
        var turns = new Turns(1, longest);
        people.submit(() -> turns.take("first", () -> {
            taken.countDown();
            return awaited(free);
        }));
        taken.await();
        return turns;
    }

    private void comes(Turns turns, String source) {
        int before = turns.waiting();
        people.submit(() -> turns.take(source, () -> served.add(source)));
        eventually(() -> assertThat(turns.waiting()).isEqualTo(before + 1));
    }

    private static Void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static void busy(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(TooSoon.class)
                .extracting("code")
                .isEqualTo("erp.login.busy");
    }
}
