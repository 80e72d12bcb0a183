package org.stepwise.error;

import java.util.Map;

/** Somebody else was first, or the state is not one in which this can be done now (409). */
public final class Conflict extends Refusal {
    public Conflict(String code, String message) {
        super(code, message, Map.of());
    }
}
