package org.stepwise.module;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.log.replay.Difference;

/**
 * What a module, as it is installed now, would post differently over the whole log of a company (law 20): it takes the
 * log in once more, into a shadow that nobody sees and that is cleared away.
 */
@ProviderType
public interface Replays {

    /**
     * Begins and returns at once; {@link #find} tells how far it is. Refused with {@code erp.replay.running} while one
     * of this company is under way, {@code erp.replay.not-on} and {@code erp.replay.always-on}.
     */
    void start(Id company, String module);

    /**
     * As {@link #start}, and what differs is recorded as corrections: the module posts them, and consequences that were
     * not concluded are. Does what has been done before no more; what is too much for once is left for the next time.
     * Refused without a reason with {@code erp.replay.reason-missing}; ends with nothing recorded while events of the
     * module are parked, or where it takes no corrections.
     */
    void correct(Id company, String module, String reason);

    /** The newest one of the module since the server has started. */
    Optional<Report> find(Id company, String module);

    /** Ends one under way; what it has written is cleared away. Does nothing where there is none. */
    void cancel(Id company, String module);

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far one is, or what it has found.
     *
     * @param upTo the place in the log that was compared: facts up to there, and what goes back to them
     * @param read how many of the {@code events} were delivered
     * @param reason why it failed, or what it does now
     * @param differences how many there are; {@code listed} are the first of them
     * @param totals of all figures that differ
     * @param corrected how many documents and consequences were corrected; null where nobody asked for it
     * @param warnings what the comparison is without
     */
    record Report(
            String module,
            State state,
            String reason,
            Instant begun,
            long seconds,
            long upTo,
            long read,
            long events,
            long differences,
            List<Difference> listed,
            List<Total> totals,
            Long corrected,
            List<String> warnings) {}

    /** The sums of the figures of one kind that differ, such as of an account; of consequences how many there are. */
    record Total(String of, long differences, BigDecimal stands, BigDecimal computed) {}
}
