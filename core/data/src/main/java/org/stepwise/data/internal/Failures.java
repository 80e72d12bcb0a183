package org.stepwise.data.internal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the causes of a failure, which drivers and JPA bury deep and in two kinds of chains. */
final class Failures {
    /** Deadlock, lock wait over, serialisation lost: of Derby, PostgreSQL or both. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40XL1", "40XL2", "40P01");

    /** A failure of Derby itself, which ends the session. */
    static final String BROKEN = "XJ001";

    private Failures() {}

    static boolean lostRace(Throwable failure) {
        return any(failure, cause -> state(cause).map(LOST_RACES::contains).orElse(false))
                || compiledMeanwhile(failure);
    }

    /** Derby runs a plan of before with parts of the plan that somebody else has just compiled for the same text. */
    private static boolean compiledMeanwhile(Throwable failure) {
        return any(failure, cause -> state(cause).map(BROKEN::equals).orElse(false))
                && any(failure, ClassCastException.class::isInstance);
    }

    private static Optional<String> state(Throwable cause) {
        return cause instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    /** By name, because EclipseLink throws its own type too and nothing here may depend on EclipseLink. */
    static boolean lostUpdate(Throwable failure) {
        return any(failure, cause -> cause.getClass().getSimpleName().equals("OptimisticLockException"));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (wanted.test(next)) {
                return true;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof SQLException sql && sql.getNextException() != null) {
                open.add(sql.getNextException());
            }
        }
        return false;
    }
}
