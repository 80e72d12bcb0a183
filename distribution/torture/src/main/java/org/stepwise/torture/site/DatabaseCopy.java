package org.stepwise.torture.site;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.DurablePostgres;
import org.stepwise.driver.Program;
import org.stepwise.driver.RunningErp;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.TestCompany;

/** A copy of a database whose server is down: for looks with SQL, and to be rebuilt. */
public final class DatabaseCopy implements AutoCloseable {
    private static final String COPY = "torture_copy";

    private final Path directory;
    private final DurablePostgres postgres;
    private final String name;

    private DatabaseCopy(Path directory, DurablePostgres postgres, String name) {
        this.directory = directory;
        this.postgres = postgres;
        this.name = name;
    }

    static DatabaseCopy original(Path directory) {
        return new DatabaseCopy(directory, null, "stepwise");
    }

    static DatabaseCopy original(DurablePostgres postgres) {
        return new DatabaseCopy(null, postgres, "postgres");
    }

    static DatabaseCopy ofDerby(Path original, Path directory) {
        Distribution.delete(directory);
        Program.say(List.of("cp", "-r", original.toString(), directory.toString()));
        return new DatabaseCopy(directory, null, "stepwise");
    }

    static DatabaseCopy ofPostgres(DurablePostgres postgres) {
        postgres.execute("DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)");
        postgres.execute("CREATE DATABASE " + COPY + " TEMPLATE postgres");
        return new DatabaseCopy(null, postgres, COPY);
    }

    /** Something done with SQL. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    public void execute(String sql) {
        look(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    public <T> T look(Look<T> look) {
        try (var connection = postgres == null ? derby("") : postgres.connection(name)) {
            return look.at(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of the database cannot be looked at", failure);
        } finally {
            shutDown();
        }
    }

    /** A platform will want the database for itself. */
    private void shutDown() {
        if (postgres == null) {
            try (var none = derby(";shutdown=true")) {
                throw new IllegalStateException("the copy did not shut down: " + none);
            } catch (SQLException always) {
                // Derby tells the end of a database so.
                if (!"08006".equals(always.getSQLState())) {
                    throw new IllegalStateException(always);
                }
            }
        }
    }

    private Connection derby(String option) throws SQLException {
        return DriverManager.getConnection("jdbc:derby:" + directory.resolve(name) + option);
    }

    /** The company that lives in it, in this process. */
    public TestCompany company() {
        Map<String, Object> data = new HashMap<>(
                postgres == null
                        ? Map.of("database", "derby", "directory", directory.toString())
                        : postgres.configuration(name));
        var platform = Platform.on(Store.at(directory == null ? Path.of("none") : directory))
                .at(MovableClock.on(LocalDate.now(RunningErp.ZONE)))
                .configured("org.stepwise.data", data)
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .without("org.stepwise.northwind")
                .start();
        return new TestCompany(platform, "import");
    }

    @Override
    public void close() {
        if (postgres == null) {
            Distribution.delete(directory);
        } else {
            postgres.execute("DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)");
        }
    }
}
