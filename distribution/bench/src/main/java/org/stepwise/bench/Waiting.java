package org.stepwise.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits as long as it takes: whoever measures has patience. */
public final class Waiting {
    private static final long PAUSE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(5);

    private Waiting() {}

    public static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }
}
