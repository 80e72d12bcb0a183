package org.stepwise.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread is about to do. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /** Returns when others have counted it down; after twenty seconds it fails. */
    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody counted down what was waited for");
            }
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    /** Returns when the assertion holds; after twenty seconds it fails as it failed last. */
    public static void eventually(Assertion assertion) {
        eventually(PATIENCE, assertion);
    }

    public static void eventually(Duration patience, Assertion assertion) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            } catch (Exception failure) {
                throw new AssertionError("what was waited for cannot be asked: " + failure, failure);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What shall come true. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }
}
