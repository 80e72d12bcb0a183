package org.stepwise.log.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import org.stepwise.data.Id;

/**
 * An event as a row of the log.
 *
 * @param position 0 until it has one
 * @param cause null for a fact
 * @param series and {@code document}: what the platform numbers, without knowing the event's class
 * @param subject the row it is mainly about, or null
 */
public record Envelope(
        Id company,
        long position,
        LocalDate on,
        Instant at,
        Id actor,
        String door,
        String module,
        Long cause,
        String reaction,
        Integer ordinal,
        String type,
        int version,
        String series,
        Id document,
        Id subject,
        byte[] payload) {

    public boolean fact() {
        return cause == null;
    }

    /** The position of the fact that everything goes back to. */
    public long origin() {
        return cause == null ? position : cause;
    }

    Envelope placed(long place) {
        return new Envelope(
                company, place, on, at, actor, door, module, cause, reaction, ordinal, type, version, series, document,
                subject, payload);
    }

    Envelope with(byte[] otherPayload) {
        return new Envelope(
                company,
                position,
                on,
                at,
                actor,
                door,
                module,
                cause,
                reaction,
                ordinal,
                type,
                version,
                series,
                document,
                subject,
                otherPayload);
    }

    Object[] values() {
        return new Object[] {
            company,
            position,
            on,
            at,
            actor,
            door,
            module,
            cause,
            reaction,
            ordinal,
            type,
            version,
            series,
            document == null ? null : document.value(),
            subject == null ? null : subject.value(),
            payload
        };
    }
}
