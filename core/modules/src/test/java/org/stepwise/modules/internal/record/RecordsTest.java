package org.stepwise.modules.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.modules.internal.record.Office.refused;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries;
import org.stepwise.modules.internal.record.Reason.Weight;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ValueType;

/** One Java record is fact, table, list, form and permissions. */
class RecordsTest {
    private static final Reason WHOLE = new Reason(
            "PRICE",
            "Too dear",
            Weight.HEAVY,
            new BigDecimal("12.500000"),
            0,
            true,
            Office.DAY,
            "R1",
            null,
            "Anne Frost");

    @OnBothDatabases
    void whatIsDescribedIsRecordedListedChangedAndArchived(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(WHOLE);
            office.record(Reason.of("A", "älter"));
            office.record(Reason.of("B", "Zu spät"));
            assertThat(office.as(() -> office.records(Reason.class).get(id)).now())
                    .isEqualTo(WHOLE);
            assertThat(office.list("reasons", sorted("name")))
                    .extracting(row -> row.get("name"))
                    .containsExactly("älter", "Too dear", "Zu spät");
            assertThat(office.list("reasons", ListQuery.first(9).where("ours", "true")))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("code", "PRICE")
                            .containsEntry("order", "HEAVY")
                            .containsEntry("archived", false));

            office.change(id, WHOLE.named("Too expensive"));
            refused(
                    "office.reason.changed-meanwhile",
                    () -> office.run(() -> office.records(Reason.class).change(id, 0, WHOLE)));
            office.run(() -> office.records(Reason.class).archive(id, 1));
            var kept = office.as(() -> office.records(Reason.class).byCode("PRICE"))
                    .orElseThrow();
            assertThat(kept.archived()).isTrue();
            assertThat(kept.version()).isEqualTo(2);
            assertThat(kept.now().name()).isEqualTo("Too expensive");
            office.run(() -> office.records(Reason.class).restore(id, -1));
            assertThat(office.list("reasons", ListQuery.first(9).where("archived", "true")))
                    .isEmpty();
            refused(
                    "office.reason.unknown",
                    () -> office.run(() -> office.records(Reason.class).get(new Id(1))));
        }
    }

    private static ListQuery sorted(String column) {
        return new ListQuery(9, null, List.of(column), List.of());
    }

    @OnBothDatabases
    void listsAreSortedByDaysAndNumbersByAnIndex(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            office.record(WHOLE);
            office.record(new Reason(
                    "B", "B", null, new BigDecimal("9"), 30, false, Office.DAY.minusYears(1), null, null, null));
            office.record(Reason.of("C", "Nothing known"));
            for (var column : List.of("cost", "year")) {
                assertThat(office.list("reasons", sorted(column)))
                        .extracting(row -> row.get("code"))
                        .containsExactly("B", "PRICE", "C");
            }
            assertThat(office.list("reasons", sorted("-days")))
                    .extracting(row -> row.get("code"))
                    .containsExactly("C", "B", "PRICE");
            assertThat(indexes(office))
                    .contains("reason_record_by_cost_v", "reason_record_by_days_v", "reason_record_by_year_v");
        }
    }

    private static List<String> indexes(Office office) {
        var engine = office.platform.service(Database.class);
        try (var connection = engine.dataSource().getConnection()) {
            var database = connection.getMetaData();
            var upper = database.storesUpperCaseIdentifiers();
            var names = new ArrayList<String>();
            try (var found = database.getIndexInfo(
                    null, upper ? "OFFICE" : "office", upper ? "REASON_RECORD" : "reason_record", false, true)) {
                while (found.next()) {
                    names.add(found.getString("INDEX_NAME").toLowerCase());
                }
            }
            return names;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @OnBothDatabases
    void listFormAndPermissionsComeFromTheComponents(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var description = office.register("reasons").description();
            assertThat(description.columns())
                    .extracting(column -> column.name() + " " + column.type() + " " + column.sort())
                    .startsWith("code TEXT true", "name TEXT true", "order CHOICE false", "cost QUANTITY true")
                    .endsWith("toldBy TEXT false", "archived FLAG false");
            assertThat(description.fields()).anySatisfy(field -> {
                assertThat(field.name()).isEqualTo("heardIn");
                assertThat(field.type()).isEqualTo(ValueType.REFERENCE);
                assertThat(field.register()).isEqualTo("office.rooms");
            });
            assertThat(description.verbs()).extracting(verb -> verb.name()).containsExactly("archive", "restore");
            assertThat(description.read()).isEqualTo("office.reason.read");
            assertThat(description.create()).isEqualTo("office.reason.record");
            refused(
                    "erp.permission.missing",
                    () -> office.as("office.reason.read", () -> office.records(Reason.class)
                            .record(WHOLE)));
            assertThat(office.as("office.reason.record", () -> office.records(Reason.class)
                            .record(WHOLE)))
                    .isNotNull();
        }
    }

    @OnBothDatabases
    void allThatIsWrongIsToldAtOnce(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            office.record(new Room("R1"));
            var wrong =
                    new Reason("x".repeat(11), " ", null, new BigDecimal("-1"), -1, false, null, "R9", new Id(3), null);
            assertThat(refused("office.input.invalid", () -> office.record(wrong))
                            .fields())
                    .containsOnlyKeys("code", "name", "cost", "days", "room", "heardIn");
            var heavy = new Reason("H", "Heavy", Weight.HEAVY, null, null, false, null, null, null, null);
            assertThat(refused("office.input.invalid", () -> office.record(heavy))
                            .fields())
                    .containsOnlyKeys("cost");
            assertThat(office.list("reasons")).isEmpty();
        }
    }

    @OnBothDatabases
    void aCodeIsTakenOnce(Database.Kind kind) throws Exception {
        try (var office = Office.on(kind).enable("office")) {
            office.record(Reason.of("A", "First"));
            refused("office.reason.code-taken", () -> office.record(Reason.of("A", "Second")));
            var both = new CyclicBarrier(2);
            Callable<Boolean> taking = () -> {
                try {
                    office.as(() -> office.platform.service(Transactions.class).call(() -> {
                        var id = office.records(Reason.class);
                        await(both);
                        return id.record(Reason.of("B", "Both"));
                    }));
                    return true;
                } catch (Conflict taken) {
                    assertThat(taken.code()).isEqualTo("office.reason.code-taken");
                    return false;
                }
            };
            var people = Executors.newFixedThreadPool(2);
            try {
                var answers = people.invokeAll(List.of(taking, taking));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
            } finally {
                people.shutdown();
            }
            assertThat(office.list("reasons")).hasSize(2);
        }
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Law(1)
    @OnBothDatabases
    void eachCompanyHasItsOwn(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            office.record(Reason.of("A", "Of the first"));
            office.in(Office.SECOND).enable("office");
            office.record(Reason.of("A", "Of the second"));
            assertThat(office.list("reasons"))
                    .extracting(row -> row.get("name"))
                    .containsExactly("Of the second");
            office.in(Office.FIRST).purge("office");
            assertThat(office.in(Office.SECOND).list("reasons")).hasSize(1);
        }
    }

    @Law(5)
    @OnBothDatabases
    void rebuiltRecordsAreTheRecords(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var first = office.record(WHOLE);
            var second = office.record(Reason.of("B", "Zu spät"));
            office.change(first, WHOLE.named("Dear"));
            office.run(() -> office.records(Reason.class).archive(second, -1));
            // The code of one becomes that of the other, by way of a third.
            office.change(first, Reason.of("C", "Dear"));
            office.change(second, Reason.of("PRICE", "Zu spät"));
            office.change(first, Reason.of("B", "Dear"));
            var before = office.list("reasons");
            office.purge("office");
            office.enable("office");
            assertThat(office.list("reasons")).isEqualTo(before).hasSize(2);
        }
    }

    @OnBothDatabases
    void whatIsArchivedIsNamedByNothingNew(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            // A list that nobody has begun binds nobody.
            var early = office.record(Reason.of("EARLY", "Early").room("ATTIC"));
            var room = office.record(new Room("R1"));
            var old = office.record(Reason.of("OLD", "Old").room("R1").heardIn(room));
            office.run(() -> office.records(Room.class).archive(room, -1));
            var fresh = Reason.of("NEW", "New");
            assertThat(refused(
                                    "office.input.invalid",
                                    () -> office.record(fresh.room("R1").heardIn(room)))
                            .fields())
                    .containsOnlyKeys("room", "heardIn");
            assertThat(refused("office.input.invalid", () -> office.record(fresh.room("ATTIC")))
                            .fields())
                    .containsOnlyKeys("room");
            office.change(old, Reason.of("OLD", "Older").room("R1").heardIn(room));
            office.change(early, Reason.of("EARLY", "Earlier").room("ATTIC"));
        }
    }

    @OnBothDatabases
    void aRecordTellsWhereItIsUsed(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var room = office.record(new Room("R1"));
            assertThat(usesOf(office, room)).isEmpty();
            var reason = office.record(Reason.of("A", "Here").room("R1"));
            office.record(Reason.of("B", "Elsewhere").heardIn(room));
            assertThat(usesOf(office, room))
                    .contains(new UsedBy.Use("office.reasons", "room", List.of(reason), false))
                    .hasSize(2);
            // Who may not see reasons is not told of them.
            assertThat(office.as(
                            "office.room.read",
                            () -> office.register("rooms").find(room).view()))
                    .extracting("usedBy")
                    .isEqualTo(List.of());
        }
    }

    private static List<UsedBy.Use> usesOf(Office office, Id room) {
        var view =
                (Map<?, ?>) office.as(() -> office.register("rooms").find(room).view());
        return ((List<?>) view.get("usedBy"))
                .stream().map(UsedBy.Use.class::cast).toList();
    }

    @Law(17)
    @OnBothDatabases
    void whatIsPersonalIsSealedAndForgotten(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(Reason.of("A", "Told").toldBy("Anne Frost"));
            assertThat(office.platform.service(Deliveries.class).tail(Office.FIRST, 9, line -> true))
                    .allSatisfy(line -> assertThat(line.json()).doesNotContain("Frost"))
                    .anySatisfy(line -> assertThat(line.json()).contains("Told"));
            assertThat(office.platform.service(RecordCatalogue.class).personal("office"))
                    .containsExactly("reason_record.told_by_v");
            office.run(() -> office.platform.service(PersonalKeys.class).destroy(Office.FIRST, id));
            assertThat(office.list("reasons"))
                    .extracting(row -> row.get("toldBy"))
                    .containsOnlyNulls();
            var before = office.list("reasons");
            office.purge("office");
            office.enable("office");
            assertThat(office.list("reasons")).isEqualTo(before);
        }
    }
}
