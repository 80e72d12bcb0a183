package org.stepwise.torture.kind;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A random moment is one that nothing tells: it is the only thing here that is waited for by the clock. */
final class Pause {
    private Pause() {}

    static void of(int milliseconds) {
        var until = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
