package org.stepwise.error;

import java.util.Collections;
import java.util.Map;

/**
 * A refusal with a code owned by the module that refuses; its message says what was refused, why, and what to do. It is
 * as short as {@link Quoted} has it, whatever was quoted.
 */
public abstract sealed class Refusal extends RuntimeException
        permits Rejected, NotFound, Conflict, TooSoon, Unavailable {
    private final String code;
    private final transient Map<String, String> fields;

    Refusal(String code, String message, Map<String, String> fields) {
        super(Quoted.message(message), null, false, false);
        this.code = code;
        this.fields = Collections.unmodifiableMap(Quoted.fields(fields));
    }

    /** Such as {@code crm.order.not-draft}: stable, for programs. */
    public String code() {
        return code;
    }

    /** The fields at fault, a hundred at most, and what is wrong with each; empty when none is. */
    public Map<String, String> fields() {
        return fields;
    }
}
