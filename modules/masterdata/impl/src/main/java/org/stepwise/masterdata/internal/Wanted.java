package org.stepwise.masterdata.internal;

import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.stepwise.error.Conflict;
import org.stepwise.input.Input;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    public static final Input INPUT = new Input("masterdata");

    private Wanted() {}

    /** Runs a change that writes a code; two people who take the same code at once are told apart by the database. */
    public static <T> T unique(String code, String conflict, Supplier<T> change) {
        try {
            return change.get();
        } catch (PersistenceException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.sql.SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith("23")) {
                    throw taken(code, conflict);
                }
            }
            throw failed;
        }
    }

    public static Conflict taken(String code, String conflict) {
        return new Conflict(conflict, "the code " + code + " is taken; choose another one");
    }
}
