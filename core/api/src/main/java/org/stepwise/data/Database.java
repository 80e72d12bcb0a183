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

    /**
     * As {@link #migrate(String, ClassLoader)}, for a module that also has tables which the platform keeps: makes those
     * that are missing, and what they lack of columns and indexes. Takes nothing away. Scripts may be missing then.
     * Nobody else may be at work in the schema: the database would refuse, or wait for them without end.
     */
    void migrate(String schema, ClassLoader scripts, List<Table> kept);

    /**
     * A table that is kept for a description.
     *
     * @param name without the schema
     * @param key what the rows of a company are told apart by
     */
    record Table(String name, List<Field> key, List<Field> columns, List<Index> indexes) {
        /** Rows that have an id. */
        public Table(String name, List<Field> columns, List<Index> indexes) {
            this(name, List.of(new Field("id", "BIGINT", true, null)), columns, indexes);
        }
    }

    /**
     * A column.
     *
     * @param type as both databases write it; {@code ${key}} for bytes to sort by
     * @param initially what rows have that were there before the column, as SQL; null for nothing
     */
    record Field(String name, String type, boolean required, String initially) {}

    /**
     * An index, or a rule that no two rows have the same. One with columns that descend ({@code name DESC}) is made
     * only where the database reads no index backwards.
     */
    record Index(String name, List<String> columns, boolean unique) {}

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

    /** As {@link #clear}, but no more than some thousand rows at a time; returns whether there may be more. */
    boolean clearSome(String schema, Id company);
}
