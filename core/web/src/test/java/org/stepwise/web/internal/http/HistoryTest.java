package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.history.Subject;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.internal.http.SharedDoor.Doors;
import org.stepwise.web.internal.register.ModuleStates;

/** What happened to a note, as its readers may know it. */
@ExtendWith(SharedDoor.class)
class HistoryTest {
    /** A note as it stands from now on. */
    @EventType(value = "notes.note-written", restates = true)
    record NoteWritten(Id note, String title, BigDecimal amount, LocalDate dueDate, List<Line> lines) implements Fact {}

    /** A line of a note. */
    record Line(int line, String text) {}

    /** Somebody else's comment on a note. */
    @EventType("gossip.note-discussed")
    record NoteDiscussed(Id talk, @Subject Id note, String said) implements Fact {}

    /** What only who counts money is told. */
    @EventType(value = "notes.note-valued", needs = NoteBook.CREATE)
    record NoteValued(Id note, BigDecimal worth) implements Fact {}

    @OnBothDatabases
    void aReaderIsToldWhoDidWhatWhenThroughWhichDoorAndWhatWasBefore(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var note = note(door);
        record(door, "notes", written(note, "Tea", "12.50"), written(note, "Tea and milk", "12.50"));

        var page = read(door, "/api/notes/notes/" + note + "/history");
        assertThat(page.path("whole").asBoolean()).isTrue();
        assertThat(page.path("next").isNull()).isTrue();
        var entry = page.path("items").get(0);
        assertThat(entry.path("type").asText()).isEqualTo("notes.note-written");
        assertThat(entry.path("title").asText()).isEqualTo("Changed");
        assertThat(entry.path("on").asText()).isEqualTo("2026-03-02");
        assertThat(entry.path("at").asText()).startsWith("20");
        assertThat(entry.path("door").asText()).isEqualTo("system");
        assertThat(entry.path("follows").asBoolean()).isFalse();
        assertThat(entry.path("fields").findValuesAsText("name")).containsExactly("title");
        assertThat(entry.at("/fields/0/before").asText()).isEqualTo("Tea");
        assertThat(entry.at("/fields/0/after").asText()).isEqualTo("Tea and milk");

        var first = page.path("items").get(1);
        assertThat(first.path("title").asText()).isEqualTo("Note written");
        assertThat(first.path("fields").findValuesAsText("name")).containsSequence("title", "amount", "lines");
        assertThat(first.at("/fields/1/type").asText()).as("as the list has it").isEqualTo("amount");
        assertThat(first.at("/fields/2/count").asInt()).isEqualTo(1);
        assertThat(first.at("/fields/2/after/0/text").asText()).isEqualTo("oolong");
    }

    @OnBothDatabases
    void aLongHistoryComesInPages(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var note = note(door);
        for (int i = 0; i < 5; i++) {
            record(door, "notes", written(note, "Tea " + i, "1"));
        }
        var path = "/api/notes/notes/" + note + "/history?limit=3";
        var newest = read(door, path);
        assertThat(newest.path("items")).hasSize(3);
        var rest = read(door, path + "&after=" + newest.path("next").asText());
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.at("/items/0/fields/0/before").asText()).isEqualTo("Tea 0");
        assertThat(rest.path("next").isNull()).isTrue();

        for (var wrong : List.of("limit=0", "limit=201", "after=tea", "sort=at")) {
            var refused = door.send(door.request("/api/notes/notes/" + note + "/history?" + wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.list.invalid");
        }
    }

    @Law(17)
    @OnBothDatabases
    void nobodyIsToldWhatHeMayNotRead(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var note = note(door);
        record(door, "notes", written(note, "Tea", "1"), new NoteValued(note, BigDecimal.TEN));
        record(door, "gossip", new NoteDiscussed(new Id(7), note, "He drinks too much of it"));
        var path = "/api/notes/notes/" + note + "/history";

        var reader = door.program("reader-of-history", NoteBook.READ);
        assertThat(types(door, door.as(reader, door.request(path)))).containsExactly("notes.note-written");
        var counter = door.program("counter", NoteBook.READ, NoteBook.CREATE);
        assertThat(types(door, door.as(counter, door.request(path))))
                .containsExactly("notes.note-valued", "notes.note-written");
        var chief = door.program("chief-of-modules", NoteBook.READ, ModuleStates.SEE);
        assertThat(types(door, door.as(chief, door.request(path))))
                .containsExactly("gossip.note-discussed", "notes.note-written");
        var stranger = door.program("stranger-to-notes", "erp.state.read");
        assertThat(door.send(door.as(stranger, door.request(path))).statusCode())
                .isEqualTo(403);
        var unknown = door.send(door.request("/api/notes/notes/" + new Id(1) + "/history"));
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Law(17)
    @OnBothDatabases
    void whoDidItIsToldToHimselfAndToWhoMayKnow(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var note = note(door);
        var users = door.platform().service(org.stepwise.security.Users.class);
        var ada = door.asAda(() -> users.find(Door.USER).orElseThrow());
        door.recordAs(ada.id(), "notes", written(note, "Tea", "1"));
        var path = "/api/notes/notes/" + note + "/history";

        assertThat(read(door, path).at("/items/0/by").asText()).isEqualTo("Ada");
        var nosy = door.program("nosy", NoteBook.READ);
        var told = door.read(door.send(door.as(nosy, door.request(path))));
        assertThat(told.at("/items/0/by").isNull()).isTrue();
        door.allow(nosy, NoteBook.READ, "erp.history.names");
        told = door.read(door.send(door.as(nosy, door.request(path))));
        assertThat(told.at("/items/0/by").asText()).isEqualTo("Ada");
    }

    @OnBothDatabases
    void theHistoryIsDescribedForPrograms(Database.Kind kind, Doors doors) {
        var api = read(doors.on(kind), "/api/openapi.json");
        var answer = api.at("/paths/~1notes~1notes~1{id}~1history/get/responses/200/content/application~1json/schema");
        assertThat(answer.at("/properties/items/items/properties/by/type").asText())
                .isEqualTo("string");
    }

    @OnBothDatabases
    void aRowThatNothingLeadsToHasAnEmptyChainForItsReaders(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var path = "/api/notes/notes/" + note(door) + "/chain";
        assertThat(read(door, path).toString()).isEqualTo("{\"cameFrom\":[],\"ledTo\":[],\"more\":false}");
        var stranger = door.program("stranger-to-chains", "erp.state.read");
        assertThat(door.send(door.as(stranger, door.request(path))).statusCode())
                .isEqualTo(403);
        var unknown = door.send(door.request("/api/notes/notes/" + new Id(1) + "/chain"));
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    private static Id note(Door door) {
        HttpRequest.Builder request = door.request("/api/notes/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"Tea\"}"));
        return Id.parse(door.read(door.send(request)).path("id").asText());
    }

    private static NoteWritten written(Id note, String title, String amount) {
        return new NoteWritten(note, title, new BigDecimal(amount), null, List.of(new Line(1, "oolong")));
    }

    private static void record(Door door, String module, Fact... facts) {
        door.recordAs(new Id(1), module, facts);
    }

    private static JsonNode read(Door door, String path) {
        var answer = door.send(door.request(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return door.read(answer);
    }

    private static List<String> types(Door door, HttpRequest.Builder request) {
        return door.read(door.send(request)).path("items").findValuesAsText("type").stream()
                .filter(type -> type.contains("."))
                .toList();
    }
}
