package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.StatementFailed;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

/** Statements, and rows that are changed in memory and written before the commit. */
class SqlTest {
    private static final Id COMPANY = new Id(1);
    private static final String LABEL = "SELECT label FROM sample.parcel WHERE company = ? AND id = ?";

    private static Platform start(Database.Kind kind) {
        var platform = Platform.on(kind).start();
        platform.service(Database.class).migrate("sample", SqlTest.class.getClassLoader());
        return platform;
    }

    private static void insert(Sql sql, long id, String label) {
        sql.write("INSERT INTO sample.parcel (company, id, label, version) VALUES (?, ?, ?, 1)", COMPANY, id, label);
    }

    private static Rows<Id, String> labels(Sql sql) {
        return new Rows<>(
                sql,
                new Rows.Table<>(
                        "sample.parcel",
                        List.of("company", "id"),
                        parcel -> List.of(COMPANY, parcel),
                        List.of("label", "version"),
                        label -> List.of(label, 1)));
    }

    private static void look(Sql sql, Rows<Id, String> labels, Id... parcels) {
        var unknown = labels.unknown(List.of(parcels));
        Map<Id, String> found = new HashMap<>();
        sql.list(
                row -> found.put(new Id(row.getLong(1)), row.getString(2)),
                "SELECT id, label FROM sample.parcel WHERE company = ? AND id IN (?)",
                COMPANY,
                unknown);
        labels.found(unknown, found);
    }

    @OnBothDatabases
    void whileARowIsReadNothingElseIsAsked(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            insert(sql, 1, "parcel");
            var query = "SELECT id FROM sample.parcel WHERE company = ?";
            assertThatThrownBy(() -> sql.list(row -> sql.list(inner -> 1, query, COMPANY), query, COMPANY))
                    .hasStackTraceContaining("asked while a row of");
            assertThat(sql.list(row -> row.getLong(1), query, COMPANY)).containsExactly(1L);
        }
    }

    @OnBothDatabases
    void aCollectionFillsAListOfAnyLength(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            for (long id = 1; id <= 5; id++) {
                insert(sql, id, "parcel " + id);
            }
            var query = "SELECT label FROM sample.parcel WHERE company = ? AND id IN (?) AND version = ?";
            assertThat(sql.list(row -> row.getString(1), query, COMPANY, List.of(new Id(2), new Id(3), new Id(5)), 1))
                    .containsExactlyInAnyOrder("parcel 2", "parcel 3", "parcel 5");
            assertThat(sql.list(row -> row.getString(1), query, COMPANY, List.of(), 1))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void daysAndMomentsComeBackAsTheyWere(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            var day = LocalDate.of(2026, 3, 29);
            var moment = Instant.parse("2026-03-29T01:30:00.123456Z");
            insert(sql, 1, "sent");
            sql.write("UPDATE sample.parcel SET sent_date = ?, sent_at = ? WHERE company = ?", day, moment, COMPANY);
            var transactions = platform.service(Transactions.class);
            transactions.run(() -> {
                var parcel = transactions
                        .entities(platform.unit("sample"))
                        .find(Parcel.class, new Parcel.Key(COMPANY.value(), 1));
                assertThat(parcel.sentDate()).isEqualTo(day);
                assertThat(parcel.sentAt()).isEqualTo(moment);
            });
        }
    }

    @OnBothDatabases
    void aRefusedStatementSaysWhichAndWhy(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            insert(sql, 1, "first");
            assertThatThrownBy(() -> insert(sql, 1, "second"))
                    .isInstanceOfSatisfying(StatementFailed.class, failed -> assertThat(failed.state())
                            .isEqualTo("23505"))
                    .hasMessageContaining("INSERT INTO sample.parcel");
        }
    }

    @OnBothDatabases
    void rowsChangedInMemoryAreWrittenWithTheCommit(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            insert(sql, 1, "changed");
            insert(sql, 2, "removed");
            var transactions = platform.service(Transactions.class);
            transactions.run(() -> {
                var labels = transactions.pending("labels", () -> labels(sql));
                look(sql, labels, new Id(1), new Id(2), new Id(3));
                assertThat(labels.get(new Id(3))).isEmpty();
                labels.put(new Id(1), "one");
                labels.remove(new Id(2));
                labels.put(new Id(3), "three");
                assertThat(sql.first(row -> row.getString(1), LABEL, COMPANY, 1))
                        .contains("changed");
                assertThat(labels.get(new Id(1))).contains("one");
            });
            assertThat(sql.first(row -> row.getString(1), LABEL, COMPANY, 1)).contains("one");
            assertThat(sql.first(row -> row.getString(1), LABEL, COMPANY, 2)).isEmpty();
            assertThat(sql.first(row -> row.getString(1), LABEL, COMPANY, 3)).contains("three");
        }
    }

    @OnBothDatabases
    void rowsOfATransactionThatFailsAreForgotten(Database.Kind kind) {
        try (var platform = start(kind)) {
            var sql = platform.service(Sql.class);
            var transactions = platform.service(Transactions.class);
            assertThatThrownBy(() -> transactions.run(() -> {
                        transactions.pending("labels", () -> labels(sql)).put(new Id(1), "lost");
                        throw new IllegalStateException("the customer has left");
                    }))
                    .hasMessage("the customer has left");
            transactions.run(() -> assertThat(
                            transactions.pending("labels", () -> labels(sql)).unknown(List.of(new Id(1))))
                    .hasSize(1));
            assertThat(sql.first(row -> row.getString(1), LABEL, COMPANY, 1)).isEmpty();
        }
    }
}
