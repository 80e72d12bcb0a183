package org.stepwise.data.internal.engine;

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

    /** Ends the work in an orderly way; a start after it has nothing to recover. */
    @Override
    void close();
}
