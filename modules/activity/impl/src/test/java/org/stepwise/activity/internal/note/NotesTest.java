package org.stepwise.activity.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.activity.Notes;
import org.stepwise.activity.Notes.Note;
import org.stepwise.activity.Subject;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Office;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** People write notes on parties and orders, and correct what they wrote; nothing of it is told of in the modules. */
class NotesTest {
    private static final long BOB = 2;
    private static final Set<String> READER = Set.of("masterdata.party.read");
    private static final Set<String> WRITER = Set.of("masterdata.party.read", ActivityPermissions.NOTE_WRITE);

    @OnBothDatabases
    void aNoteIsWrittenChangedAndWithdrawnOnARowOfAnyRegister(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var order = office.order(acme);
            var notes = office.service(Notes.class);
            for (var subject : new Subject[] {acme, order}) {
                office.run(() -> notes.write(subject, "first"));
                var second = office.as(() -> notes.write(subject, "  two\r\nlines\n"));
                assertThat(office.as(() -> notes.of(subject, null)))
                        .extracting(Note::text)
                        .containsExactly("two\nlines", "first");
                assertThat(office.as(() -> notes.of(subject, second)))
                        .extracting(Note::text)
                        .containsExactly("first");
                office.run(() -> notes.change(subject, second, "one"));
                assertThat(office.as(() -> notes.of(subject, null)).get(0)).satisfies(note -> {
                    assertThat(note.text()).isEqualTo("one");
                    assertThat(note.changedAt()).isNotNull();
                });
                office.run(() -> notes.withdraw(subject, second));
                assertThat(office.as(() -> notes.of(subject, null)))
                        .extracting(Note::text)
                        .containsExactly("first");
                office.refused("activity.note.unknown", refusing(office, () -> notes.change(subject, second, "x")));
            }
        }
    }

    @OnBothDatabases
    void whoMayReadTheRowReadsItsNotesAndNobodyElse(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var notes = office.service(Notes.class);
            var mine = office.as(() -> notes.write(acme, "pays late"));
            assertThat(office.as(BOB, READER, () -> notes.of(acme, null)))
                    .singleElement()
                    .satisfies(note -> assertThat(note.mine()).isFalse());
            var missing = "erp.permission.missing";
            office.refused(missing, () -> office.as(BOB, Set.of("crm.order.read"), () -> notes.of(acme, null)));
            office.refused(missing, () -> office.as(BOB, READER, () -> notes.write(acme, "hello")));
            var writesOnly = Set.of(ActivityPermissions.NOTE_WRITE);
            office.refused(missing, () -> office.as(BOB, writesOnly, () -> notes.write(acme, "hello")));
            office.refused(
                    "activity.note.not-yours",
                    () -> office.as(BOB, WRITER, () -> {
                        notes.withdraw(acme, mine);
                        return null;
                    }));
            office.as(BOB, WRITER, () -> notes.write(acme, "hello"));
            assertThat(office.as(BOB, WRITER, () -> notes.of(acme, null)))
                    .extracting(Note::mine)
                    .containsExactly(true, false);
        }
    }

    @OnBothDatabases
    void whatIsNoNoteIsRefused(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var notes = office.service(Notes.class);
            var invalid = "activity.input.invalid";
            office.refused(invalid, refusing(office, () -> notes.write(acme, " \n ")));
            office.refused(invalid, refusing(office, () -> notes.write(acme, "bell\u0007")));
            office.refused(invalid, refusing(office, () -> notes.write(acme, "x".repeat(Bounds.NOTE + 1))));
            office.run(() -> notes.write(acme, "\u00e9".repeat(Bounds.NOTE)));
            var nobody = new Subject(acme.register(), new Id(77));
            office.refused("masterdata.party.unknown", refusing(office, () -> notes.write(nobody, "x")));
            var nowhere = new Subject("crm.nothing", acme.row());
            office.refused("erp.request.unknown-path", refusing(office, () -> notes.write(nowhere, "x")));
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsWrittenOfAPersonIsSealedAndGoesWithThePerson(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var anna = office.party("ANNA", true);
            var order = office.order(anna);
            var acme = office.party("ACME", false);
            var notes = office.service(Notes.class);
            office.run(() -> notes.write(anna, "allergic to nuts"));
            var changed = office.as(() -> notes.write(order, "ring twice"));
            office.run(() -> notes.change(order, changed, "ring three times"));
            office.run(() -> notes.write(acme, "a firm"));
            assertThat(office.log()).contains("a firm").doesNotContain("allergic", "ring");
            office.erase(anna);
            for (var subject : new Subject[] {anna, order}) {
                assertThat(office.as(() -> notes.of(subject, null)))
                        .singleElement()
                        .satisfies(note -> assertThat(note.text()).isNull());
                office.refused("erp.person.erased", refusing(office, () -> notes.write(subject, "again")));
            }
            assertThat(office.count("activity.note", "text LIKE '%ring%' OR text LIKE '%nuts%'"))
                    .isZero();
            assertThat(office.as(() -> notes.of(acme, null))).hasSize(1);
        }
    }

    @Law({2, 5})
    @OnBothDatabases
    void notesSurviveAPurgeOfTheRowsModuleAndARebuildOfTheirOwn(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var anna = office.party("ANNA", true);
            var notes = office.service(Notes.class);
            office.run(() -> notes.write(anna, "gone soon"));
            office.run(() -> notes.write(acme, "stays"));
            var changed = office.as(() -> notes.write(acme, "said"));
            office.run(() -> notes.change(acme, changed, "said again"));
            var withdrawn = office.as(() -> notes.write(acme, "slip"));
            office.run(() -> notes.withdraw(acme, withdrawn));
            office.erase(anna);
            var order = office.order(acme);
            office.run(() -> notes.write(order, "on a draft"));
            office.company().settle();
            var live = office.rows("activity.note");
            assertThat(live).hasSize(5);
            office.company().disable("crm");
            office.company().purge("crm");
            assertThat(office.rows("activity.note")).isEqualTo(live);
            office.rebuild();
            assertThat(office.rows("activity.note")).isEqualTo(live);
        }
    }

    @OnBothDatabases
    void overRestANoteIsWrittenOnceAndShownWithWhoWroteIt(Database.Kind kind) {
        try (var office = Office.on(kind, NotesResource.class)) {
            var acme = office.party("ACME", false);
            var path = Office.path(acme, "/notes");
            var request = office.json(path, "POST", "{'text':'hello'}").header("Idempotency-Key", "once");
            var made = office.send(request);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            var again = office.send(request);
            assertThat(again.body()).isEqualTo(made.body());
            var address = made.headers().firstValue("Location").orElseThrow();
            assertThat(again.headers().firstValue("Location")).contains(address);
            assertThat(office.read(office.send(office.request(address)))
                            .get("text")
                            .asText())
                    .isEqualTo("hello");
            var id = office.read(made).get("id").asText();
            var shown = office.read(office.send(office.request(path))).get("items");
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).get("writtenBy").get("name").asText()).isEqualTo("Ada Lovelace");
            assertThat(office.send(office.json(path + "/" + id, "PUT", "{'text':'bye'}"))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(office.send(office.json(path + "/" + id, "DELETE", "")).statusCode())
                    .isEqualTo(204);
            assertThat(office.read(office.send(office.request(path))).get("items"))
                    .isEmpty();
            var nowhere = office.send(office.request("/api/crm/nothing/" + acme.row() + "/notes"));
            assertThat(nowhere.statusCode()).isEqualTo(404);
            var nobody = office.send(office.request("/api/masterdata/parties/0000000000001/notes"));
            assertThat(office.read(nobody).get("code").asText()).isEqualTo("masterdata.party.unknown");
            var described = office.read(office.send(office.request("/api/openapi.json")));
            assertThat(described
                            .get("paths")
                            .get("/{module}/{plural}/{id}/notes")
                            .has("post"))
                    .isTrue();
        }
    }

    private static Supplier<Object> refusing(Office office, Runnable verb) {
        return () -> {
            office.run(verb);
            return null;
        };
    }
}
