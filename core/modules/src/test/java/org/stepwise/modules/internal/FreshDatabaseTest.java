package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stepwise.data.Database;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** A fresh database is a copy, so that scripts run once and not for each test: it must be as if they just had run. */
class FreshDatabaseTest {
    /** Flyway's own, and the role that a script makes. */
    private static final Pattern FILLED_BY_SCRIPTS =
            Pattern.compile(".*\\.flyway_schema_history|platform\\.(access_role|role_permission)");

    @OnBothDatabases
    void aFreshDatabaseHasTheTablesOfAllBundlesAndNoRowButThoseOfTheirScripts(Database.Kind kind) throws SQLException {
        try (var store = Store.create(kind)) {
            var tables = tables(store);
            assertThat(tables).contains("eventlog.event", "platform.company_module");
            assertThat(tables)
                    .as("what a test brings is made by the test")
                    .noneMatch(table -> table.startsWith("shelf."));
            assertThat(tables.stream().filter(FILLED_BY_SCRIPTS.asPredicate().negate()))
                    .allSatisfy(
                            table -> assertThat(rows(store, table)).as(table).isZero());
        }
    }

    @OnBothDatabases
    void whatIsDoneToOneIsNotSeenInTheNext(Database.Kind kind) throws SQLException {
        try (var store = Store.create(kind);
                var connection = DriverManager.getConnection(store.url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE eventlog.mine (id BIGINT)");
            try (var next = Store.create(kind)) {
                assertThat(tables(next)).contains("eventlog.event").doesNotContain("eventlog.mine");
            }
        }
    }

    private static List<String> tables(Store store) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = DriverManager.getConnection(store.url());
                var found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add((found.getString("TABLE_SCHEM") + "." + found.getString("TABLE_NAME"))
                        .toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static long rows(Store store, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(store.url());
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
