package org.stepwise.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** The database all modules share, each in a schema of its own. */
@ProviderType
public interface Database {
    enum Kind {
        DERBY,
        POSTGRESQL
    }

    Kind kind();

    /** Takes part in the running JTA transaction. */
    DataSource dataSource();

    /**
     * Whether changes can be kept now; false while there is no room for them, or the database refuses all. What is only
     * good to know is not written down then.
     */
    boolean writable();

    /**
     * Brings a module's schema to its newest version with the scripts {@code db/<schema>} found by the loader.
     * Survives a kill in the middle: the next call goes on from there.
     */
    void migrate(String schema, ClassLoader scripts);

    /** The names of the scripts that the schema has had, oldest first; none when there is no such schema. */
    List<String> applied(String schema);

    /**
     * Writes a company's rows of every table of the schema as CSV into a new folder below {@code into}, and returns
     * that folder.
     *
     * @param withheld columns that tell of people, as {@code table.column}: left empty, as a note in the folder says
     */
    Path export(String schema, Id company, Set<String> withheld, Path into);

    /**
     * Has the tables of the schema measured, where the database keeps to plans made for empty tables until then:
     * PostgreSQL reads all of a table that a module has just filled. Derby finds out by itself.
     */
    void measure(String schema);

    /** Deletes a company's rows from every table of the schema (every table has a {@code company} column). */
    void clear(String schema, Id company);
}
