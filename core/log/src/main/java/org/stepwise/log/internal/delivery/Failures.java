package org.stepwise.log.internal.delivery;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import javax.transaction.RollbackException;
import org.stepwise.error.Conflict;
import org.stepwise.error.Unavailable;

/** Tells an event that can not be taken in from a database that can not be reached, or has no room for it. */
public final class Failures {
    /** Connection lost, serialisation lost, out of resources, shut down: SQL:2016 and both databases. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Failures() {}

    public static boolean passing(Throwable failure) {
        if (Unavailable.isBehind(failure)) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql ? passing(sql) : lost(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passing(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (state != null && state.length() >= 2 && PASSING.contains(state.substring(0, 2)));
    }

    /** A commit that was lost for no reason of its own, or to somebody who changed the same record. */
    private static boolean lost(Throwable failure) {
        return failure instanceof RollbackException && failure.getCause() == null
                || failure instanceof Conflict conflict && conflict.code().equals("erp.data.changed-meanwhile");
    }

    /** The innermost reason, for people. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
