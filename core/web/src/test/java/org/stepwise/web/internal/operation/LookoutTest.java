package org.stepwise.web.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/** Whoever watches may be slow, fail or hang: what is said of the server stays true and costs nothing. */
class LookoutTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(2));
    private final Lookout lookout = new Lookout(nanoTime::get, PATIENCE);

    @Test
    void aFloodOfQuestionsAsksOnceASecond() {
        var asked = new AtomicInteger();
        lookout.addWatch(() -> {
            asked.incrementAndGet();
            return List.of();
        });
        for (var second = 1; second <= 4; second++) {
            for (var time = 0; time < 1000; time++) {
                assertThat(lookout.now()).isEmpty();
            }
            assertThat(asked).hasValue(second);
            nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void aWatchThatFailsIsAConditionAndTheOthersAreHeard() {
        lookout.addWatch(() -> {
            throw new NoClassDefFoundError("gone");
        });
        lookout.addWatch(() -> null);
        lookout.addWatch(() -> List.of(warning("erp.state.a")));

        assertThat(lookout.now())
                .extracting(Condition::code)
                .containsExactly(Lookout.WATCH_FAILED, Lookout.WATCH_FAILED, "erp.state.a");
        assertThat(lookout.now().get(0).gravity()).isEqualTo(Gravity.DOWN);
    }

    @Test
    void aWatchThatComesOrGoesIsHeardAtOnce() {
        assertThat(lookout.now()).isEmpty();
        Watch watch = () -> List.of(warning("erp.state.a"));
        lookout.addWatch(watch);
        assertThat(lookout.now()).hasSize(1);
        lookout.removeWatch(watch);
        assertThat(lookout.now()).isEmpty();
    }

    @Test
    void aWatchThatHangsKeepsOneThreadAndIsToldOf() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        lookout.addWatch(() -> List.of(warning("erp.state.a")));
        assertThat(lookout.now()).hasSize(1);
        lookout.addWatch(new Watch() {
            private boolean before;

            @Override
            public List<Condition> conditions() {
                if (before) {
                    entered.countDown();
                    awaitQuietly(end);
                }
                before = true;
                return List.of();
            }
        });
        assertThat(lookout.now()).hasSize(1);
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
        var hanging = CompletableFuture.supplyAsync(lookout::now);
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(lookout.now()).extracting(Condition::code).containsExactly("erp.state.a");
        nanoTime.addAndGet(PATIENCE);
        assertThat(lookout.now()).extracting(Condition::code).containsExactly(Lookout.WATCH_FAILED, "erp.state.a");

        end.countDown();
        assertThat(hanging.join()).hasSize(1);
        assertThat(lookout.now()).hasSize(1);
    }

    private static Condition warning(String code) {
        return new Condition(code, Gravity.WARNING, null, "something", Map.of());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
