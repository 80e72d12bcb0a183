package org.stepwise.error;

import java.util.Map;

/** The request is understood and breaks a rule (422). */
public final class Rejected extends Refusal {
    public Rejected(String code, String message) {
        super(code, message, Map.of());
    }

    public Rejected(String code, String message, Map<String, String> fields) {
        super(code, message, fields);
    }
}
