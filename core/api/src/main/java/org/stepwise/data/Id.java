package org.stepwise.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.tsid.Tsid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;

/** A 64-bit time-sorted id (TSID) of a thing of the company; 13 characters to people and in URLs. */
public record Id(long value) implements Comparable<Id> {

    /** Reads the 13-character form; refuses anything else with {@code erp.id.malformed}. */
    @JsonCreator
    public static Id parse(String text) {
        if (text == null || !Tsid.isValid(text)) {
            throw new Rejected(
                    "erp.id.malformed", "\"" + Quoted.of(text) + "\" is not an id; an id has 13 letters and digits");
        }
        return new Id(Tsid.from(text).toLong());
    }

    /** The id of a thing that has only a name, such as a setting by key and day: the same name gives the same id. */
    public static Id named(Object... parts) {
        var name = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("|"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new Id(ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
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
