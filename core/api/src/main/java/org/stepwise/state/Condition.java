package org.stepwise.state;

import java.util.Map;
import org.stepwise.data.Id;

/**
 * Something that an administrator should know for as long as it lasts.
 *
 * @param code stable, for programs, and the name of the text in the reader's language, such as {@code
 *     erp.state.events-parked}
 * @param company whose matter it is; null for the whole server
 * @param message in English: what is the matter, and what to do
 * @param values what the text names, by the names of its places
 */
public record Condition(String code, Gravity gravity, Id company, String message, Map<String, String> values) {
    public Condition {
        values = Map.copyOf(values);
    }

    /** Whether those who work for the company are told: it is theirs, or the whole server's. */
    public boolean concerns(Id asking) {
        return company == null || company.equals(asking);
    }

    /** What follows from a condition. */
    public enum Gravity {
        /** The work goes on; somebody should look. */
        WARNING,
        /** The server cannot do its work: {@code /health} says that it is not ready. */
        DOWN
    }
}
