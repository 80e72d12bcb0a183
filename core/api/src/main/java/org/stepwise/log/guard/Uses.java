package org.stepwise.log.guard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks in the log of the calling company for what could have used a setting. As long as there is nothing, the setting
 * may be set, replaced and withdrawn, and it comes out the same whichever modules are on, now or later (law 7).
 */
@ProviderType
public interface Uses {
    /**
     * The latest day, from the given one on, of an event that could have used a setting of that day: the end of a day,
     * which any setting may have been used for, or one that {@code uses} tell of.
     */
    Optional<LocalDate> since(LocalDate validFrom, Use<?>... uses);

    /** A type of event, or a contract that many types are of, and which of its kind use the setting. */
    record Use<E>(Class<E> type, Predicate<E> test) {
        /** All of the type. */
        public static <E> Use<E> of(Class<E> type) {
            return new Use<>(type, event -> true);
        }
    }
}
