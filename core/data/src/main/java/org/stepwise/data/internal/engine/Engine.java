package org.stepwise.data.internal.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.stepwise.data.Database;

/** A database product: how it is opened, closed and spoken to where the two differ. */
public interface Engine extends AutoCloseable {

    Database.Kind kind();

    /** The source that the pool draws from. */
    XADataSource shared();

    /** Connections outside every pool and transaction: for migrations and exports. */
    DataSource plain();

    /** The schema's name as the catalogue of the database spells it. */
    String catalogued(String schema);

    /** What scripts write for the types that the products call differently. */
    java.util.Map<String, String> placeholders();

    /** At the beginning of a transaction: whether it may change anything. */
    void allow(Connection connection, boolean writing) throws SQLException;

    /** Fails unless the database answers and, if asked for, can write what is changed to its disk. */
    void prove(boolean writing) throws SQLException;

    /** Whether a failure of the database leaves it broken until it is started again, with nobody at work in it. */
    boolean breaks();

    /** Ends what is left of it after a failure, when nobody works with it any more; the next proof starts it again. */
    void abandon();

    /** Takes to the disk what is in memory only, now that the disk has hardly any room. */
    void settle() throws SQLException;

    /** There is room, so many bytes of it: it may lay by what it will need when there is none. */
    void spare(long bytes);

    /** Ends the work in an orderly way; a start after it has nothing to recover. */
    @Override
    void close();
}
