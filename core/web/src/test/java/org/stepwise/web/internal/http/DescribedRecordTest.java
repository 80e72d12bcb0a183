package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.testkit.OnBothDatabases;

/** A record that is described goes through every door of the web without a line of its module. */
@ExtendWith(SharedDoor.class)
class DescribedRecordTest {
    private static final String TOPICS = "/api/notes/topics";

    private final SharedDoor.Doors doors;
    private Door door;

    DescribedRecordTest(SharedDoor.Doors doors) {
        this.doors = doors;
    }

    @OnBothDatabases
    void itIsMadeChangedArchivedAndSaysWhereItIsUsed(Database.Kind kind) {
        door = doors.on(kind);
        var made = send("", "POST", "{'code':'TEA','name':'Tea','hourlyPrice':'12.5'}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var path = "/" + door.read(made).path("id").asText();
        var changed = door.send(door.json(TOPICS + path, "PUT", "{'name':'Green tea'}")
                .header("If-Match", made.headers().firstValue("ETag").orElseThrow()));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(door.read(changed).path("hourlyPrice").asText()).isEqualTo("12.5");
        send("", "POST", "{'code':'LEAF','name':'Leaves','within':'TEA'}");

        var archived = send(path + "/archive", "POST", "{}");
        assertThat(door.read(archived).path("archived").asBoolean()).isTrue();
        var use = door.read(archived).path("usedBy").path(0);
        assertThat(use.path("list").asText()).isEqualTo("notes.topics");
        assertThat(use.path("column").asText()).isEqualTo("within");
        assertThat(use.path("rows")).hasSize(1);

        var wrong = send("", "POST", "{'code':'LATE','within':'TEA','hourlyPrice':'-1'}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(door.read(wrong).path("fields").toString()).contains("name", "hourlyPrice");
        var named = send("", "POST", "{'code':'LATE','name':'Late','within':'TEA'}");
        assertThat(door.read(named).path("fields").path("within").asText()).contains("archived");
        var taken = send("", "POST", "{'code':'TEA','name':'Again'}");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(door.read(taken).path("code").asText()).isEqualTo("notes.topic.code-taken");
    }

    @OnBothDatabases
    void formReferencesAndRulesAreToldInOneAnswer(Database.Kind kind) {
        door = doors.on(kind);
        send("", "POST", "{'code':'ONE','name':'One'}");
        var wrong = send("", "POST", "{'code':'BAD','name':'BAD','within':'NONE','hourlyPrice':'dear'}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(door.read(wrong).path("code").asText()).isEqualTo("erp.form.invalid");
        assertThat(door.read(wrong).path("fields").toString())
                .isEqualTo("{\"hourlyPrice\":\"a decimal number with a point is expected, such as 12.50\","
                        + "\"within\":\"is no topic of this company\",\"name\":\"says no more than the code\"}");
        // A rule that needs the name is silent while there is none.
        var less = send("", "POST", "{'code':'BAD','within':'NONE','hourlyPrice':'dear'}");
        assertThat(door.read(less).path("fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "within", "hourlyPrice");
        // Where the form can be read, the verb tells them.
        var named = send("", "POST", "{'code':'BAD','name':'BAD','within':'NONE'}");
        assertThat(door.read(named).path("code").asText()).isEqualTo("notes.input.invalid");
        assertThat(door.read(named).path("fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "within");
        // What a change leaves out stays, and is not asked again.
        var made = send("", "POST", "{'code':'TWO','name':'Two','within':'ONE'}");
        var path = "/" + door.read(made).path("id").asText();
        var changed = door.send(door.json(TOPICS + path, "PUT", "{'name':'TWO','hourlyPrice':'dear'}")
                .header("If-Match", made.headers().firstValue("ETag").orElseThrow()));
        assertThat(door.read(changed).path("fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "hourlyPrice");
    }

    @OnBothDatabases
    void whoMayNotIsToldThatBeforeWhatIsWrong(Database.Kind kind) {
        door = doors.on(kind);
        var reader = door.program("reader-" + kind.name().toLowerCase(), "notes.topic.read");
        var refused = door.send(door.as(reader, door.json(TOPICS, "POST", "{'code':'BAD','hourlyPrice':'dear'}")));
        assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.permission.missing");
        var guessed = door.send(door.as(
                reader,
                door.request(TOPICS + "/import")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("code,hourlyPrice\nBAD,dear\n"))));
        assertThat(door.read(guessed).path("code").asText()).isEqualTo("erp.permission.missing");
    }

    @OnBothDatabases
    void allThatIsWrongWithAFileIsToldAtOnce(Database.Kind kind) {
        door = doors.on(kind);
        var csv = "code,name,within,hourlyPrice\nF1,Short\nF2,F2,NONE,dear\nF3,Good,,\nF4,Child,F3,\nF5,F5,NONE,1\n";
        var refused = door.send(door.request(TOPICS + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(door.read(refused).path("fields").properties())
                .extracting(Map.Entry::getKey)
                .as("F4 names a row of the file, and so may F2 and F5")
                .containsExactly("row 2", "row 3.hourlyPrice", "row 3.name", "row 6.name");
        var services = door.send(door.request(TOPICS + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("code,name\nF2,F2\nF3,Good\nF5,F5\n")));
        assertThat(door.read(services).path("fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("row 2.name", "row 4.name");
        assertThat(door.send(door.request(TOPICS + "?filter=code:in:F1,F2,F3,F4,F5"))
                        .body())
                .doesNotContain("Good");
    }

    @OnBothDatabases
    void itsHistorySaysWhatBecameOfIt(Database.Kind kind) {
        door = doors.on(kind);
        var made = send("", "POST", "{'code':'OLD','name':'Old'}");
        var path = "/" + door.read(made).path("id").asText();
        send(path + "/archive", "POST", "{}");
        send(path + "/restore", "POST", "{}");
        var told = door.read(door.send(door.request(TOPICS + path + "/history").setHeader("Accept-Language", "de")));
        assertThat(told.path("items").findValuesAsText("title"))
                .containsSubsequence("Wieder in Gebrauch genommen", "Archiviert", "Erfasst");
    }

    @OnBothDatabases
    void itIsImportedAndExported(Database.Kind kind) {
        door = doors.on(kind);
        var csv = "code,name,hourlyPrice\nPEN,Pens,\nINK,Ink,3.25\n";
        var taken = door.send(door.request(TOPICS + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        var shown = door.send(door.request(TOPICS + "?filter=code:eq:INK").header("Accept", "text/csv"));
        assertThat(shown.body()).contains("INK", "Ink", "3.25");
        var again = door.send(door.request(TOPICS + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        assertThat(again.statusCode()).isEqualTo(422);
    }

    @OnBothDatabases
    void itIsDescribedToProgramsAndPeople(Database.Kind kind) {
        door = doors.on(kind);
        var api = door.read(door.send(door.request("/api/openapi.json")));
        assertThat(api.path("paths").has(TOPICS.substring("/api".length()) + "/{id}/archive"))
                .as(api.path("paths").toString())
                .isTrue();
        var lists = door.read(door.send(door.request("/api/descriptions").setHeader("Accept-Language", "de")));
        var topics = lists.path("items").findValues("name").stream()
                .filter(name -> name.asText().equals("notes.topics"));
        assertThat(topics).hasSize(1);
        assertThat(lists.toString())
                .as("what all lists call the same is said by the platform")
                .contains("Archivieren");
    }

    private HttpResponse<String> send(String path, String method, String body) {
        return door.send(door.json(TOPICS + path, method, body));
    }
}
