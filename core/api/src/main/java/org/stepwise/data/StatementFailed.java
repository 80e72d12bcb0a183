package org.stepwise.data;

import java.sql.SQLException;

/** A statement that the database refused; {@link Transactions#call} looks at the cause to know whether to try again. */
public final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StatementFailed(String statement, SQLException cause) {
        super(statement + ": " + cause.getMessage(), cause);
    }

    public String state() {
        return ((SQLException) getCause()).getSQLState();
    }
}
