package org.stepwise.error;

import java.util.Map;

/** What was asked for does not exist, or not for this caller (404). */
public final class NotFound extends Refusal {
    public NotFound(String code, String message) {
        super(code, message, Map.of());
    }
}
