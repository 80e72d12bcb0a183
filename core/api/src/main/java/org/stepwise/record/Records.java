package org.stepwise.record;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The described records of one kind in the calling company: what the register does, for code that needs it. Verbs ask
 * for the permission of the record; who looks something up for a verb of his own has asked for that already.
 */
@ProviderType
public interface Records<T extends Record> {
    default Id record(T wanted) {
        return record(wanted, null);
    }

    /**
     * Records one on a business date (null: today), for imports of history. Refuses all that is wrong with it at once
     * ({@code <module>.input.invalid}), and a code that another has ({@code <module>.<one>.code-taken}).
     */
    Id record(T wanted, LocalDate on);

    /**
     * Replaces what is known; {@code version} is the one seen, -1 to skip the check. What stays as it was is not
     * checked again.
     */
    void change(Id id, long version, T wanted);

    /** Keeps it for what refers to it, and for nothing new. */
    void archive(Id id, long version);

    /** Takes an archived one back into use. */
    void restore(Id id, long version);

    /** Refuses with {@code <module>.<one>.unknown}. */
    Kept<T> get(Id id);

    Optional<Kept<T>> byCode(String code);

    /** Whether the company has recorded any: a list that nobody has begun binds nobody. */
    boolean begun();

    /** One as it stands. */
    record Kept<T extends Record>(Id id, T now, boolean archived, long version) {}
}
