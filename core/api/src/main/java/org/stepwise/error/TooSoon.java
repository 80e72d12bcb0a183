package org.stepwise.error;

import java.util.Map;

/** Too often, or too much at once: it may be tried again after so many seconds (429). */
public final class TooSoon extends Refusal {
    private final int seconds;

    public TooSoon(String code, String message, int seconds) {
        super(code, message, Map.of());
        this.seconds = seconds;
    }

    public int seconds() {
        return seconds;
    }
}
