package org.stepwise.modules.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.input.Input;
import org.stepwise.input.Naming.To;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Ref;
import org.stepwise.row.NamedRows;
import org.stepwise.row.NamedRows.Standing;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;

/** Rows of any register are looked up in one way, by whoever names one. */
class NamedRowsTest {
    private static final String ROOMS = "office.rooms";
    private static final Id NOBODY = new Id(77);

    /** A document that names rows in its head and in its lines. */
    record Move(@Ref("office.rooms") Id to, @Ref(value = "office.rooms", ended = true) Id from, List<Thing> things) {}

    record Thing(@Must @CodeOf("office.rooms") String code, @Ref("office.rooms") Id room) {}

    @OnBothDatabases
    void aRowIsKeptOrArchivedOrThereIsNone(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var kept = office.record(new Room("R1"));
            var old = office.record(new Room("R2"));
            office.run(() -> office.records(Room.class).archive(old, -1));
            assertThat(find(office, kept, old, NOBODY, "R1", "R2", "R3"))
                    .containsOnly(
                            Map.entry(kept, Standing.KEPT),
                            Map.entry(old, Standing.ENDED),
                            Map.entry(NOBODY, Standing.UNKNOWN),
                            Map.entry("R1", Standing.KEPT),
                            Map.entry("R2", Standing.ENDED),
                            Map.entry("R3", Standing.UNKNOWN));
            assertThat(office.as("nothing.at.all", () -> rows(office).called(ROOMS, List.of(kept, NOBODY))))
                    .as("whoever names it need not be allowed to read the list")
                    .containsOnly(Map.entry(kept, new NamedRows.Called("R1", null)));
            assertThat(office.as(() -> rows(office).complaints(new To(ROOMS, true), Set.of(old, NOBODY))))
                    .containsOnly(Map.entry(NOBODY, "is no room of this company"));
        }
    }

    @OnBothDatabases
    void aDocumentIsToldAllThatItNamesWronglyAtOnce(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var old = office.record(new Room("R1"));
            office.run(() -> office.records(Room.class).archive(old, -1));
            var wanted = new Move(
                    old, old, List.of(new Thing("R9", NOBODY), new Thing(null, NOBODY), new Thing("R1", null)));
            var refused = catchThrowableOfType(
                    Rejected.class, () -> office.as(() -> new Input("office").checked(wanted, null, rows(office))));
            assertThat(refused.fields())
                    .containsOnlyKeys(
                            "to",
                            "things[0].code",
                            "things[0].room",
                            "things[1].code",
                            "things[1].room",
                            "things[2].code")
                    .containsEntry("things[1].code", "is missing")
                    .containsEntry("to", "is a room that is archived: nothing new names it");
            // What stays was named before.
            var kept = new Move(old, null, List.of(new Thing("R1", NOBODY)));
            var changed = new Move(old, null, List.of(new Thing("R1", NOBODY), new Thing("R1", NOBODY)));
            assertThat(office.as(() -> new Input("office").checked(changed, kept, rows(office))))
                    .isEqualTo(changed);
        }
    }

    @Law(1)
    @OnBothDatabases
    void thoseOfAnotherCompanyAreNone(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var room = office.record(new Room("R1"));
            office.in(Office.SECOND).enable("office");
            assertThat(find(office, room)).containsEntry(room, Standing.UNKNOWN);
            assertThat(office.as(() -> rows(office).called(ROOMS, List.of(room))))
                    .isEmpty();
        }
    }

    /** A verb of one module must not wait for another: where nobody can tell, nobody refuses. */
    @Law(18)
    @OnBothDatabases
    void aListThatCannotBeAskedRefusesNothing(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            assertThat(find(office, NOBODY)).as("never on").containsEntry(NOBODY, Standing.UNLISTED);
            office.enable("office").disable("office");
            assertThat(find(office, NOBODY)).as("off").containsEntry(NOBODY, Standing.UNLISTED);
            assertThat(office.as(() -> rows(office).find("stars.stars", List.of(NOBODY))))
                    .as("of no module here")
                    .containsEntry(NOBODY, Standing.UNLISTED);
            assertThat(office.as(() -> rows(office).complaints(new To(ROOMS, false), Set.of(NOBODY))))
                    .isEmpty();
        }
    }

    /** What was recorded in this very transaction is there, although nothing of it is written yet. */
    @OnBothDatabases
    void whatWasJustRecordedIsThere(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            office.run(() -> office.platform.service(Transactions.class).run(() -> {
                var room = office.records(Room.class).record(new Room("R1"));
                assertThat(find(office, room, "R1"))
                        .containsValues(Standing.KEPT)
                        .doesNotContainValue(Standing.UNKNOWN);
            }));
        }
    }

    @OnBothDatabases
    void fiveThousandAreAskedForTogether(Database.Kind kind) {
        var count = new StatementCount();
        try (var office = Office.on(Platform.on(kind).around(Database.class, count::around))
                .enable("office")) {
            var room = office.record(new Room("R1"));
            Set<Object> many = Stream.concat(
                            Stream.of(room), LongStream.range(100, 5_099).mapToObj(Id::new))
                    .collect(Collectors.toSet());
            // The embedded database is asked key by key, for it would scan the table for a list; what is missing twice.
            var most = kind == Database.Kind.DERBY ? 2 * many.size() : 2;
            assertThat(count.during(
                            () -> assertThat(office.as(() -> rows(office).complaints(new To(ROOMS, false), many)))
                                    .hasSize(4_999)
                                    .doesNotContainKey(room),
                            "office"))
                    .hasSizeLessThanOrEqualTo(most);
        }
    }

    private static NamedRows rows(Office office) {
        return office.platform.service(NamedRows.class);
    }

    private static Map<Object, Standing> find(Office office, Object... named) {
        return office.as(() -> rows(office).find(ROOMS, List.of(named)));
    }
}
