package org.stepwise.data.internal.watch;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the causes of a failure, which drivers and JPA bury deep and in two kinds of chains. */
public final class Causes {
    private Causes() {}

    /** Whether the failure, or a cause of it in either chain, is such. */
    public static boolean any(Throwable failure, Predicate<Throwable> wanted) {
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
