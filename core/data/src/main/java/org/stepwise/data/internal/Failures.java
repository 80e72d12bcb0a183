package org.stepwise.data.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.stepwise.data.internal.watch.Causes;

/** Tells what has been lost to somebody else from what has failed. */
final class Failures {
    /** Deadlock, lock wait over, serialisation lost: of Derby, PostgreSQL or both. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40XL1", "40XL2", "40P01");

    /** A failure of Derby itself, which ends the session. */
    static final String BROKEN = "XJ001";

    private Failures() {}

    static boolean lostRace(Throwable failure) {
        return Causes.any(
                        failure, cause -> state(cause).map(LOST_RACES::contains).orElse(false))
                || compiledMeanwhile(failure);
    }

    /** Derby runs a plan of before with parts of the plan that somebody else has just compiled for the same text. */
    private static boolean compiledMeanwhile(Throwable failure) {
        return Causes.any(failure, cause -> state(cause).map(BROKEN::equals).orElse(false))
                && Causes.any(failure, ClassCastException.class::isInstance);
    }

    private static Optional<String> state(Throwable cause) {
        return cause instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    /** By name, because EclipseLink throws its own type too and nothing here may depend on EclipseLink. */
    static boolean lostUpdate(Throwable failure) {
        return Causes.any(failure, cause -> cause.getClass().getSimpleName().equals("OptimisticLockException"));
    }
}
