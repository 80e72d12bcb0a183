package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** Company is the boundary of everything: as the databases tell, each key of a company's rows begins with it. */
class CompanyKeysTest {
    private static final List<String> SCHEMAS =
            List.of("platform", "eventlog", "web", "masterdata", "crm", "warehouse", "accounting");
    private static final Set<String> ELSEWHERE = Set.of(
            // Positions are one sequence for all companies; each read of the log names its company besides.
            "eventlog.event by [position]",
            // Known by a secret of which only a hash is kept: it tells the company.
            "platform.login_session by [hash]",
            "platform.api_token by [id]",
            "platform.api_token by [hash]");

    @Law(1)
    @OnBothDatabases
    void everyKeyOfATableWithCompaniesBeginsWithTheCompany(Database.Kind kind) {
        try (var company = new TestCompany(
                Platform.on(kind).without("org.stepwise.northwind").start(), "rest")) {
            List.of("crm", "warehouse", "accounting").forEach(company::enable);
            var wrong = company.service(Transactions.class).call(() -> wrong(company));
            assertThat(wrong).isEmpty();
        }
    }

    private static Set<String> wrong(TestCompany company) {
        try (var connection = company.service(Transactions.class).connection()) {
            var wrong = new TreeSet<String>();
            int tables = 0;
            for (var table : tables(connection)) {
                if (columns(connection, table).contains("company")) {
                    tables++;
                    wrong.addAll(wrongKeys(connection, table));
                }
            }
            assertThat(tables).as("tables with companies").isGreaterThan(40);
            return wrong;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the database writes them. */
    private record Table(String schema, String name) {}

    private static List<Table> tables(Connection connection) throws SQLException {
        var found = new TreeMap<String, Table>();
        try (var rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                var table = new Table(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME"));
                if (SCHEMAS.contains(table.schema().toLowerCase(Locale.ROOT))) {
                    found.put(table.toString(), table);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Set<String> columns(Connection connection, Table table) throws SQLException {
        var found = new TreeSet<String>();
        try (var rows = connection.getMetaData().getColumns(null, table.schema(), table.name(), "%")) {
            while (rows.next()) {
                found.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private static Set<String> wrongKeys(Connection connection, Table table) throws SQLException {
        var keys = uniqueIndexes(connection.getMetaData(), table);
        var name = (table.schema() + "." + table.name()).toLowerCase(Locale.ROOT);
        var wrong = new TreeSet<String>();
        if (keys.isEmpty()) {
            wrong.add(name + " has no key");
        }
        keys.values().stream()
                .filter(columns -> !columns.firstEntry().getValue().equals("company"))
                .map(columns -> name + " by " + columns.values())
                .filter(key -> !ELSEWHERE.contains(key))
                .forEach(wrong::add);
        return wrong;
    }

    /** The index behind each primary key and unique constraint, and the columns by place. */
    private static Map<String, TreeMap<Integer, String>> uniqueIndexes(DatabaseMetaData data, Table table)
            throws SQLException {
        var found = new TreeMap<String, TreeMap<Integer, String>>();
        try (var rows = data.getIndexInfo(null, table.schema(), table.name(), true, true)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null) {
                    found.computeIfAbsent(rows.getString("INDEX_NAME").toLowerCase(Locale.ROOT), any -> new TreeMap<>())
                            .put(rows.getInt("ORDINAL_POSITION"), lower(rows, "COLUMN_NAME"));
                }
            }
        }
        return found;
    }

    private static String lower(ResultSet rows, String column) throws SQLException {
        return rows.getString(column).toLowerCase(Locale.ROOT);
    }
}
