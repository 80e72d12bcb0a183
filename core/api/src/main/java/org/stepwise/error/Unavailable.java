package org.stepwise.error;

import java.util.Map;

/**
 * Nobody can have this now, because the server lacks something that it needs: room, or its database (503, or what the
 * code says). Nothing is wrong with what was asked for, so that it is right to ask again later.
 */
public final class Unavailable extends Refusal {
    public Unavailable(String code, String message) {
        super(code, message, Map.of());
    }

    /** Whether this is behind a failure: then nothing is wrong with the work that failed, and it may be done again. */
    public static boolean isBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable) {
                return true;
            }
        }
        return false;
    }
}
