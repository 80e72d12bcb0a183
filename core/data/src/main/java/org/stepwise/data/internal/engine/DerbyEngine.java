package org.stepwise.data.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.stepwise.data.Database;

/**
 * Apache Derby in this process. The first start creates the database beside its final place and moves it there when it
 * is whole, because Derby never boots again from a directory whose creation was cut short.
 */
public final class DerbyEngine implements Engine {
    private static final String NAME = "stepwise";

    /**
     * Measured: page size and cache bound the memory, lock settings keep deadlocks from standing still; the statements
     * of a growing table are not compiled anew at each tenth that it grows. Each table and index is a file, and a file
     * that is closed in between goes on with a fresh page: all of them stay open. A row grows, if ever, while its page
     * is still being filled: little has to be kept free.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "derby.storage.pageSize", "8192",
            "derby.storage.pageCacheSize", "8000",
            "derby.storage.pageReservedSpace", "5",
            "derby.storage.fileCacheSize", "2000",
            "derby.locks.escalationThreshold", "1000000",
            "derby.locks.deadlockTimeout", "1",
            "derby.locks.waitTimeout", "10",
            "derby.language.statementCacheSize", "1000",
            "derby.language.stalePlanCheckInterval", "2000");

    private final Path place;
    private final DirectoryLock lock;

    public DerbyEngine(Path directory) {
        prepare(directory);
        this.place = directory.resolve(NAME);
        this.lock = DirectoryLock.take(directory);
        try {
            if (Files.notExists(place)) {
                create(directory.resolve(NAME + ".new"));
            }
            boot();
        } catch (IOException | SQLException | RuntimeException failure) {
            lock.close();
            throw new IllegalStateException("the database in " + directory + " does not start: " + failure, failure);
        }
    }

    private static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("the directory " + directory + " cannot be made", failure);
        }
        SETTINGS.forEach(DerbyEngine::unlessSet);
        unlessSet("derby.stream.error.file", directory.resolve("derby.log").toString());
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private void create(Path beside) throws IOException, SQLException {
        delete(beside);
        var fresh = source(beside);
        fresh.setCreateDatabase("create");
        fresh.getConnection().close();
        shutDown(beside);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void boot() throws SQLException {
        source(place).getConnection().close();
    }

    private static EmbeddedDataSource source(Path database) {
        var source = new EmbeddedDataSource();
        source.setDatabaseName(database.toString());
        return source;
    }

    /** Derby says that it has shut down by an exception; a database that is not running says so by another. */
    private static void shutDown(Path database) {
        var source = source(database);
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
        } catch (SQLException farewell) {
            if (!"08006".equals(farewell.getSQLState()) && !"XJ004".equals(farewell.getSQLState())) {
                throw new IllegalStateException("the database in " + database + " did not shut down", farewell);
            }
        }
    }

    @Override
    public Database.Kind kind() {
        return Database.Kind.DERBY;
    }

    @Override
    public XADataSource shared() {
        var source = new EmbeddedXADataSource();
        source.setDatabaseName(place.toString());
        return new BranchSource(source, connection -> new DerbyBranch(connection.getXAResource()));
    }

    @Override
    public DataSource plain() {
        return source(place);
    }

    @Override
    public String catalogued(String schema) {
        return schema.toUpperCase(Locale.ROOT);
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("binary", "VARCHAR(32672) FOR BIT DATA", "moment", "TIMESTAMP");
    }

    @Override
    public void close() {
        try {
            shutDown(place);
        } finally {
            lock.close();
        }
    }
}
