package org.stepwise.web.internal.intake;

import java.util.concurrent.TimeUnit;

/** How much of a body nobody wants is read all the same, so that its sender comes to see the answer. */
final class Leavings {
    private static final long MOST = 64 * 1024 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final long since = System.nanoTime();
    private long read;

    boolean isTooMuch(int more) {
        read += more;
        return read > MOST;
    }

    boolean isTooLong(long now) {
        return now - since > LONGEST;
    }
}
