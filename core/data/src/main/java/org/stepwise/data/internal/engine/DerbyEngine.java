package org.stepwise.data.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;
import org.stepwise.data.internal.storage.PatientStorageFactory;

/**
 * Apache Derby in this process. The first start creates the database beside its final place and moves it there when it
 * is whole, because Derby never boots again from a directory whose creation was cut short.
 */
public final class DerbyEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(DerbyEngine.class);
    private static final String NAME = "stepwise";
    private static final String CHECKPOINT = "CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()";

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
    private final Ballast ballast;

    public DerbyEngine(Path directory) {
        prepare(directory);
        this.place = directory.resolve(NAME);
        this.ballast = new Ballast(directory);
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
        unlessSet("derby.subSubProtocol." + PatientStorageFactory.PROTOCOL, PatientStorageFactory.NAME);
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
        source.setDatabaseName(PatientStorageFactory.PROTOCOL + ":" + database);
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
        source.setDatabaseName(PatientStorageFactory.PROTOCOL + ":" + place);
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
        return Map.of(
                "binary", "VARCHAR(32672) FOR BIT DATA",
                "key", "VARCHAR(400) FOR BIT DATA",
                "moment", "TIMESTAMP",
                "text", "CLOB");
    }

    /** Of the connection, and for as long as it is not said otherwise. */
    @Override
    public void allow(Connection connection, boolean writing) throws SQLException {
        if (connection.isReadOnly() == writing) {
            connection.setReadOnly(!writing);
        }
    }

    /** A checkpoint writes log and data; a database that was started in a folder without write access stays so. */
    @Override
    public void prove(boolean writing) throws SQLException {
        try (var connection = plain().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(writing ? CHECKPOINT : "VALUES 1");
            if (writing && connection.isReadOnly()) {
                throw new SQLException("the database was started for reading only", "25502");
            }
        }
    }

    @Override
    public boolean breaks() {
        return true;
    }

    /** One whose end failed, too, is known to Derby as neither running nor ended: then all of Derby has to end. */
    @Override
    public void abandon() {
        ballast.drop();
        try {
            shutDown(place);
            boot();
        } catch (SQLException | IllegalStateException failure) {
            LOG.warn("the database in {} is not started again alone", place, failure);
            endAll();
        }
    }

    private static void endAll() {
        var all = new EmbeddedDataSource();
        all.setDatabaseName("");
        all.setShutdownDatabase("shutdown");
        try {
            all.getConnection().close();
        } catch (SQLException farewell) {
            LOG.info("Derby has ended: {}", farewell.getMessage());
        }
    }

    @Override
    public void settle() throws SQLException {
        prove(true);
    }

    @Override
    public void spare(long bytes) {
        ballast.take(bytes);
    }

    @Override
    public void close() {
        ballast.end();
        try {
            shutDown(place);
        } finally {
            lock.close();
        }
    }
}
