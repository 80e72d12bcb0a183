package org.stepwise.data.internal.watch;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.stepwise.data.Database;

/** By which failures the databases tell that it is not the statement that is wrong. */
final class Signs {
    /** PostgreSQL, appendix A: disk full. */
    private static final String DISK_FULL = "53100";

    /** A change in a transaction, a connection or a database that takes none. */
    private static final Set<String> READ_ONLY = Set.of("25006", "25502", "25503", "25505", "40XD1");

    /** Too many clients, and the shutdowns of PostgreSQL; a start of Derby that failed, and one after its shutdown. */
    private static final Set<String> AWAY = Set.of("53300", "57P01", "57P02", "57P03", "XJ040", "XJ004");

    /** The connection class of the standard, and files of Derby that cannot be read or written: data and log. */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "XSDF", "XSDG", "XSLA", "XSLB");

    private final Database.Kind kind;

    Signs(Database.Kind kind) {
        this.kind = kind;
    }

    /** What a failure tells of the database; empty when it is about something else. */
    Optional<Trouble> read(Throwable failure) {
        if (Causes.any(failure, cause -> DISK_FULL.equals(state(cause)) || full(cause))) {
            return Optional.of(Trouble.NO_SPACE);
        } else if (Causes.any(failure, cause -> READ_ONLY.contains(state(cause)))) {
            return Optional.of(Trouble.READ_ONLY);
        } else if (Causes.any(failure, cause -> away(state(cause)) || lost(cause) || ending(cause))) {
            return Optional.of(Trouble.AWAY);
        }
        return Optional.empty();
    }

    /** Whether a commit was sent of which nobody knows how it ended. */
    static boolean undecided(Throwable failure) {
        return Causes.any(
                failure,
                cause -> cause instanceof XAException branch
                        && (branch.errorCode < XAException.XA_RBBASE || branch.errorCode > XAException.XA_RBEND));
    }

    /** Derby under way to its end wraps this into whatever was at work. By name, because its package is not for us. */
    private static boolean ending(Throwable cause) {
        return cause.getClass().getSimpleName().equals("ShutdownException");
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private static boolean away(String state) {
        return AWAY.contains(state) || AWAY_CLASSES.stream().anyMatch(state::startsWith);
    }

    /** Derby passes on what the operating system says; Java has no type for it. */
    private boolean full(Throwable cause) {
        return kind == Database.Kind.DERBY
                && cause instanceof IOException
                && String.valueOf(cause.getMessage()).startsWith("No space left");
    }

    /** A branch of a transaction whose database is gone, or failed within. */
    private static boolean lost(Throwable cause) {
        return cause instanceof XAException branch
                && (branch.errorCode == XAException.XAER_RMFAIL || branch.errorCode == XAException.XAER_RMERR);
    }
}
