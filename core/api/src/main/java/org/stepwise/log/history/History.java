package org.stepwise.log.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * What happened to one row of the calling company, as the log has it: facts and what followed from them. It asks for no
 * permission: whoever shows it does, and says which events may be told.
 */
@ProviderType
public interface History {
    /** Stands in the place of a personal value whose person is erased: {@code {"$erased": true}}. */
    String ERASED = "$erased";

    /** The newest first. */
    Page of(Id subject, Asked asked);

    /**
     * What is asked for.
     *
     * @param before exclusive; {@code Long.MAX_VALUE} for the newest
     */
    record Asked(long before, int limit, Predicate<Kind> told) {}

    /**
     * A part of a history.
     *
     * @param next what comes is before this; null on the last page
     * @param whole false while events of an earlier version of the server are still looked through: some may be missing
     */
    record Page(List<Told> items, Long next, boolean whole) {}

    /**
     * What kind of event it is.
     *
     * @param module the module whose verb or reaction recorded it
     * @param event its class, or null while no module is there that knows it
     */
    record Kind(String type, String module, Class<?> event) {
        /** The module whose event it is. */
        public String owner() {
            return type.substring(0, Math.max(0, type.indexOf('.')));
        }
    }

    /**
     * An event as it is told, in the newest version of its type, with its personal fields open.
     *
     * @param actor who did it; of a consequence, who did what it follows from
     * @param cause the place of the fact that it follows from; null for a fact
     * @param now what it says
     * @param before what the one before it said of the same row, where its type restates; otherwise null
     */
    record Told(
            long position,
            Kind kind,
            LocalDate on,
            Instant at,
            Id actor,
            String door,
            Long cause,
            ObjectNode now,
            ObjectNode before) {}
}
