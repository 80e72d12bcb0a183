package org.stepwise.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.tsid.Tsid;
import org.stepwise.error.Rejected;

/** A 64-bit time-sorted id (TSID) of a thing of the company; 13 characters to people and in URLs. */
public record Id(long value) implements Comparable<Id> {

    /** Reads the 13-character form; refuses anything else with {@code erp.id.malformed}. */
    @JsonCreator
    public static Id parse(String text) {
        if (text == null || !Tsid.isValid(text)) {
            throw new Rejected("erp.id.malformed", "\"" + text + "\" is not an id; an id has 13 letters and digits");
        }
        return new Id(Tsid.from(text).toLong());
    }

    @Override
    public int compareTo(Id other) {
        return Long.compare(value, other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return Tsid.from(value).toString();
    }
}
