package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

class DatabaseTest {
    private static final ClassLoader SCRIPTS = DatabaseTest.class.getClassLoader();

    @TempDir
    private Path folder;

    @Test
    void firstStartCutShortIsBegunAgain() throws IOException, InterruptedException {
        try (var store = Store.at(folder.resolve("db"))) {
            Files.createDirectories(store.directory());
            assertThat(Killed.run("create", store.directory()).exit()).isEqualTo(137);
            Files.delete(store.directory().resolve("stepwise.new/service.properties"));
            assertThat(store.directory().resolve("stepwise.new")).exists();
            try (var platform = Platform.on(store).start()) {
                platform.service(Database.class).migrate("sample", SCRIPTS);
            }
            assertThat(store.directory().resolve("stepwise.new")).doesNotExist();
            assertThat(store.directory().resolve("stepwise")).exists();
        }
    }

    @Test
    void secondProcessOnTheSameDatabaseIsRefusedInOneSentence() throws IOException, InterruptedException {
        try (var store = Store.create(Database.Kind.DERBY);
                var first = Platform.on(store).start()) {
            var second = Killed.run("start", store.directory());
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.said())
                    .contains("the database in " + store.directory() + " is in use by another Stepwise server: stop"
                            + " that one first");
            assertThat(first.service(Database.class).kind()).isEqualTo(Database.Kind.DERBY);
        }
    }

    @Test
    void databaseThatWasClosedStartsInAnotherProcess() throws IOException, InterruptedException {
        try (var store = Store.create(Database.Kind.DERBY)) {
            Platform.on(store).start().close();
            var second = Killed.run("start", store.directory());
            assertThat(second.exit()).as(second.said()).isZero();
        }
    }

    @Test
    void derbyIsSetBeforeItBoots() {
        try (var platform = Platform.on(Database.Kind.DERBY).start()) {
            assertThat(platform.service(Database.class).kind()).isEqualTo(Database.Kind.DERBY);
            assertThat(System.getProperty("derby.storage.pageSize")).isEqualTo("8192");
            assertThat(System.getProperty("derby.locks.deadlockTimeout")).isEqualTo("1");
        }
    }

    @Test
    void unknownDatabaseIsRefused() {
        assertThatThrownBy(() -> Platform.on(Database.Kind.DERBY)
                        .configured("org.stepwise.data", Map.of("database", "oracle"))
                        .start())
                .hasMessageContaining("use derby or postgresql");
    }

    @Test
    void migrationKilledInTheMiddleGoesOnFromThereOnDerby() throws Exception {
        try (var store = Store.create(Database.Kind.DERBY)) {
            var killed = Killed.run("migrate", store.directory());
            assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
            assertGoesOn(store);
        }
    }

    @Test
    void migrationKilledInTheMiddleGoesOnFromThereOnPostgres() throws Exception {
        try (var store = Store.create(Database.Kind.POSTGRESQL)) {
            try (var platform = Platform.on(store).start()) {
                assertThatThrownBy(() -> platform.service(Database.class).migrate("broken", SCRIPTS))
                        .isInstanceOf(RuntimeException.class);
            }
            assertGoesOn(store);
        }
    }

    private static void assertGoesOn(Store store) throws IOException {
        var mended = new URL[] {SCRIPTS.getResource("mended/")};
        try (var platform = Platform.on(store).start();
                var scripts = new URLClassLoader(mended, null)) {
            var database = platform.service(Database.class);
            assertThat(database.applied("broken")).containsExactly("V1__first.sql");
            database.migrate("broken", scripts);
            assertThat(database.applied("broken")).containsExactly("V1__first.sql", "V2__killed.sql");
            database.migrate("broken", scripts);
            assertThat(database.applied("nowhere")).isEmpty();
        }
    }

    @OnBothDatabases
    void daysAndMomentsAreColumnsOfTheirTypes(Database.Kind kind) throws SQLException {
        try (var platform = Platform.on(kind).start()) {
            platform.service(Database.class).migrate("sample", SCRIPTS);
            insert(platform);
            try (var connection = DriverManager.getConnection(platform.store().url());
                    var statement = connection.createStatement();
                    var row =
                            statement.executeQuery("SELECT sent_date, sent_at FROM sample.parcel WHERE company = 1")) {
                assertThat(row.getMetaData().getColumnTypeName(1)).isEqualToIgnoringCase("date");
                assertThat(row.getMetaData().getColumnTypeName(2)).isEqualToIgnoringCase("timestamp");
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("2026-03-02");
                assertThat(row.getString(2)).startsWith("2026-03-02 10:15:30.5");
            }
        }
    }

    private static void insert(Platform platform) {
        var transactions = platform.service(Transactions.class);
        transactions.run(() -> {
            var parcel = new Parcel(1, 1, "say \"hello\",\nworld");
            parcel.send(LocalDate.of(2026, 3, 2), Instant.parse("2026-03-02T10:15:30.5Z"));
            transactions.entities(platform.unit("sample")).persist(parcel);
            transactions.entities(platform.unit("sample")).persist(new Parcel(2, 1, null));
            transactions.entities(platform.unit("sample")).flush();
            execute(transactions, "INSERT INTO sample.parcel_line VALUES (1, 1, 1)");
            execute(transactions, "INSERT INTO sample.parcel_line VALUES (2, 1, 1)");
        });
    }

    private static void execute(Transactions transactions, String sql) {
        try (var connection = transactions.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Law({1, 17})
    @OnBothDatabases
    void exportWritesOneCompanyOfEveryTableWithoutWhatTellsOfPeople(Database.Kind kind) throws IOException {
        try (var platform = Platform.on(kind).start()) {
            var database = platform.service(Database.class);
            database.migrate("sample", SCRIPTS);
            insert(platform);
            var company = new Id(1);
            var first = database.export("sample", company, Set.of(), folder);
            var second = database.export("sample", company, Set.of("parcel.label"), folder);
            assertThat(second).isNotEqualTo(first);
            try (var files = Files.list(first)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("parcel.csv", "parcel_line.csv");
            }
            assertThat(Files.readString(first.resolve("parcel.csv")))
                    .startsWith("company,id,label,")
                    .contains("1,1,\"say \"\"hello\"\",\nworld\",")
                    .contains("2026-03-02")
                    .doesNotContain("\n2,1,");
            assertThat(Files.readString(first.resolve("parcel_line.csv"))).hasLineCount(2);
            assertThat(Files.readString(second.resolve("parcel.csv"))).doesNotContain("hello");
            assertThat(Files.readString(second.resolve("withheld.txt"))).contains("parcel.label");
        }
    }

    @OnBothDatabases
    void noSpreadsheetRunsWhatIsExported(Database.Kind kind) throws IOException {
        try (var platform = Platform.on(kind).start()) {
            var database = platform.service(Database.class);
            database.migrate("sample", SCRIPTS);
            insert(platform);
            var transactions = platform.service(Transactions.class);
            transactions.run(() -> execute(transactions, "UPDATE sample.parcel SET label = '=1+1', weight = -2"));
            var export = database.export("sample", new Id(1), Set.of(), folder);
            assertThat(Files.readString(export.resolve("parcel.csv"))).contains("1,1,'=1+1,", ",-2");
        }
    }

    /** A server killed between the two would run the script again and fail, at every start. */
    @Test
    void aScriptAndTheNoteThatItHasRunAreOneTransactionOnPostgres() {
        try (var platform = Platform.on(Database.Kind.POSTGRESQL).start()) {
            platform.service(Database.class).migrate("sample", SCRIPTS);
            var together = "SELECT COUNT(*) FROM sample.flyway_schema_history h JOIN pg_class c ON c.xmin = h.xmin"
                    + " WHERE h.version = '1' AND c.oid = 'sample.parcel'::regclass";
            assertThat(platform.service(Transactions.class).call(() -> platform.service(Sql.class)
                            .first(row -> row.getInt(1), together)
                            .orElseThrow()))
                    .isEqualTo(1);
        }
    }

    @OnBothDatabases
    void tablesAreMeasuredWhereTheDatabaseDoesNotFindOut(Database.Kind kind) throws SQLException {
        try (var platform = Platform.on(kind).start()) {
            var database = platform.service(Database.class);
            database.migrate("sample", SCRIPTS);
            insert(platform);
            database.measure("sample");
            if (kind == Database.Kind.POSTGRESQL) {
                var rows = "SELECT c.reltuples FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'sample' AND c.relname = 'parcel'";
                assertThat(platform.service(Transactions.class).call(() -> platform.service(Sql.class)
                                .first(row -> row.getDouble(1), rows)
                                .orElseThrow()))
                        .isPositive();
            }
            assertThat(companies(platform, "parcel")).containsExactly(1L, 2L);
        }
    }

    @OnBothDatabases
    void clearDeletesOneCompanyOfAllTables(Database.Kind kind) throws SQLException {
        try (var platform = Platform.on(kind).start()) {
            var database = platform.service(Database.class);
            database.migrate("sample", SCRIPTS);
            insert(platform);
            assertThatThrownBy(() -> platform.service(Transactions.class).run(() -> {
                        database.clear("sample", new Id(1));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            assertThat(companies(platform, "parcel")).containsExactly(1L, 2L);
            database.clear("sample", new Id(1));
            assertThat(companies(platform, "parcel")).containsExactly(2L);
            assertThat(companies(platform, "parcel_line")).containsExactly(2L);
        }
    }

    /** What is long is cleared part by part, so that no transaction holds all of it. */
    @OnBothDatabases
    void clearSomeDeletesSomeThousandRowsAtATime(Database.Kind kind) throws SQLException {
        try (var platform = Platform.on(kind).start()) {
            var database = platform.service(Database.class);
            var weight = new Database.Field("weight", "BIGINT", false, null);
            database.migrate("sample", SCRIPTS, List.of(new Database.Table("crate", List.of(weight), List.of())));
            insert(platform);
            platform.service(Sql.class)
                    .batch(
                            "INSERT INTO sample.crate (company, id) VALUES (?, ?)",
                            IntStream.range(0, 5_003)
                                    .mapToObj(i -> new Object[] {i < 5_000 ? 1L : 2L, (long) i})
                                    .toList());
            int parts = 1;
            while (database.clearSome("sample", new Id(1))) {
                parts++;
            }
            assertThat(parts).isEqualTo(3);
            assertThat(companies(platform, "crate")).containsExactly(2L, 2L, 2L);
            assertThat(companies(platform, "parcel")).containsExactly(2L);
            assertThat(companies(platform, "parcel_line")).containsExactly(2L);
        }
    }

    private static List<Long> companies(Platform platform, String table) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(platform.store().url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT company FROM sample." + table.toLowerCase(Locale.ROOT) + " ORDER BY company")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    @OnBothDatabases
    void copyOfADatabaseGoesItsOwnWay(Database.Kind kind) throws SQLException {
        try (var store = Store.create(kind)) {
            try (var platform = Platform.on(store).start()) {
                platform.service(Database.class).migrate("sample", SCRIPTS);
                insert(platform);
            }
            try (var copy = store.copy();
                    var original = Platform.on(store).start();
                    var other = Platform.on(copy).start()) {
                other.service(Database.class).clear("sample", new Id(1));
                assertThat(companies(other, "parcel")).containsExactly(2L);
                assertThat(companies(original, "parcel")).containsExactly(1L, 2L);
            }
        }
    }
}
