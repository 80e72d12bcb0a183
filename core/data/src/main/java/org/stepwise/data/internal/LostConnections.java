package org.stepwise.data.internal;

import java.sql.SQLException;
import org.ops4j.pax.transx.connection.ExceptionSorter;

/**
 * Which failures end a connection: lost ones only. The pool's own rule is any failure at all, which closes the
 * connection in the middle of a transaction that could go on, such as after a key that exists already.
 */
final class LostConnections implements ExceptionSorter {
    @Override
    public boolean isExceptionFatal(Exception failure) {
        if (!(failure instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        var state = sql.getSQLState();
        // Class 08 of the SQL standard; shutdown of the server or of the session, PostgreSQL appendix A, class 57.
        return state.startsWith("08") || state.startsWith("57P") || state.equals(Failures.BROKEN);
    }

    @Override
    public boolean rollbackOnFatalException() {
        return false;
    }
}
