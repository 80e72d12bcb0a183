package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stepwise.data.Database;
import org.stepwise.testkit.Law;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.RegisterExtension;

/** What another module adds to a register is there at all doors, and goes with who brought it. */
@ResourceLock("extended door")
class ExtensionTest {
    private static final String NOTES = "/api/notes/notes";

    private final Door door = new Door(Database.Kind.DERBY);
    private final Tags tags = new Tags(door.platform(), "notes_");

    @BeforeEach
    void extend() {
        door.platform().add(RegisterExtension.class, tags);
    }

    @AfterEach
    void end() {
        door.close();
    }

    @Test
    void whatWasEnteredIsShownListedFilteredSortedAndExported() {
        var first = create("{'title':'First','notes_tag':'red'}");
        create("{'title':'Second','notes_tag':'blue'}");
        create("{'title':'Third'}");

        assertThat(first.path("notes_tag").asText()).isEqualTo("red");
        assertThat(tags.entering).as("before the row is there").containsExactly("red", "blue");
        assertThat(titles("?sort=notes_tag")).containsExactly("Second", "First", "Third");
        assertThat(titles("?sort=-notes_tag")).containsExactly("First", "Second", "Third");
        assertThat(titles("?filter=notes_tag:eq:red")).containsExactly("First");
        assertThat(titles("?filter=notes_tag:eq:")).containsExactly("Third");
        var csv = door.send(door.request(NOTES + "?sort=title").header("Accept", "text/csv"));
        assertThat(csv.body())
                .startsWith("id,title,amount,dueDate,status,notes_tag\r\n")
                .contains(",First,,,OPEN,red\r\n", ",Third,,,OPEN,\r\n");
        var list = door.asAda(() -> door.platform().service(OpenRegisters.class).descriptions());
        assertThat(list.get(0).fields()).extracting("name").contains("notes_tag");
    }

    @Test
    void descriptionsAndOpenApiTellOfIt() {
        var described = door.read(door.send(door.request("/api/descriptions")))
                .path("items")
                .path(0);
        assertThat(described.path("fields").path(3).path("title").asText()).isEqualTo("Tag of it");
        assertThat(described.path("columns").path(4).path("name").asText()).isEqualTo("notes_tag");
        var paths = door.read(door.send(door.request("/api/openapi.json"))).path("paths");
        assertThat(paths.has("/notes/notes/{id}/notes-shout")).isTrue();
        var form = paths.at("/~1notes~1notes/post/requestBody/content/application~1json/schema/properties");
        assertThat(form.path("notes_tag").path("maxLength").asInt()).isEqualTo(20);
    }

    @Test
    void aFileIsImportedWithIt() {
        var taken = door.send(door.request(NOTES + "/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("title,notes_tag\nA,red\nB,\n")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(titles("?filter=notes_tag:eq:red")).containsExactly("A");
    }

    @Law(2)
    @Test
    void bothAreRecordedOrNeither() {
        var refused = door.send(door.json(NOTES, "POST", "{'title':'A','notes_tag':'" + Tags.FORBIDDEN + "'}"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(titles("")).isEmpty();
        var id = create("{'title':'B','notes_tag':'red'}").path("id").asText();
        var changed = door.send(door.json(NOTES + "/" + id, "PUT", "{'title':'C','notes_tag':'" + Tags.FORBIDDEN + "'}")
                .header("If-Match", tag(id)));
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(titles("")).containsExactly("B");
        assertThat(door.send(door.json(NOTES, "POST", "{'title':'forbidden','notes_tag':'blue'}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(titles("?filter=notes_tag:eq:blue")).isEmpty();
    }

    @Test
    void oneKeyHasOneEffectOfBoth() {
        var request =
                door.json(NOTES, "POST", "{'title':'Once','notes_tag':'red'}").header("Idempotency-Key", "k");
        var first = door.send(request);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(door.send(request).body()).isEqualTo(first.body());
        assertThat(titles("")).containsExactly("Once");
    }

    @Test
    void whoSawAnotherValueOverwritesNothing() {
        var id = create("{'title':'A','notes_tag':'red'}").path("id").asText();
        var seen = tag(id);
        var unchanged = door.send(door.request(NOTES + "/" + id).header("If-None-Match", seen));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(door.send(door.json(NOTES + "/" + id + "/notes-shout", "POST", "{}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(tag(id)).isNotEqualTo(seen);
        var late = door.send(door.json(NOTES + "/" + id, "PUT", "{'title':'A','notes_tag':'blue'}")
                .header("If-Match", seen));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(titles("?filter=notes_tag:eq:A")).containsExactly("A");
    }

    @Test
    void itsVerbsStandBesideTheRegistersOwn() {
        var id = create("{'title':'quiet'}").path("id").asText();
        var shouted = door.send(door.json(NOTES + "/" + id + "/notes-shout", "POST", "{}"));
        assertThat(shouted.statusCode()).as(shouted.body()).isEqualTo(200);
        assertThat(door.read(shouted).path("notes_tag").asText()).isEqualTo("QUIET");
        assertThat(door.send(door.json(NOTES + "/0000000000000/notes-shout", "POST", "{}"))
                        .statusCode())
                .isEqualTo(404);
        var closed = door.send(door.json(NOTES + "/" + id + "/close", "POST", "{}"));
        assertThat(door.read(closed).path("status").asText()).isEqualTo("CLOSED");
    }

    @Law(11)
    @Test
    void itGoesWithWhoBroughtIt() {
        var id = create("{'title':'A','notes_tag':'red'}").path("id").asText();
        door.platform().remove(tags);
        assertThat(door.send(door.json(NOTES, "POST", "{'title':'B','notes_tag':'red'}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(door.send(door.request(NOTES + "?filter=notes_tag:eq:red")).statusCode())
                .isEqualTo(400);
        assertThat(door.send(door.json(NOTES + "/" + id + "/notes-shout", "POST", "{}"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(tag(id)).isEqualTo("\"1\"");
        door.platform().add(RegisterExtension.class, tags);
        assertThat(titles("?filter=notes_tag:eq:red")).as("nothing is lost").containsExactly("A");
    }

    @Test
    void namesThatAreNotItsOwnAreLeftOut() {
        door.platform().remove(tags);
        for (var prefix : List.of("", "amount", "other_")) {
            var stranger = new Tags(door.platform(), prefix);
            door.platform().add(RegisterExtension.class, stranger);
            assertThat(create("{'title':'A'}").has(prefix + "tag")).isFalse();
            door.platform().remove(stranger);
        }
        var twice = new Tags(door.platform(), "notes_");
        door.platform().add(RegisterExtension.class, tags);
        door.platform().add(RegisterExtension.class, twice);
        var fields = door.read(door.send(door.request("/api/descriptions")))
                .path("items")
                .path(0)
                .path("fields");
        assertThat(fields).hasSize(4);
    }

    private JsonNode create(String body) {
        var created = door.send(door.json(NOTES, "POST", body));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return door.read(created);
    }

    private String tag(String id) {
        return door.send(door.request(NOTES + "/" + id))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private List<String> titles(String query) {
        HttpResponse<String> answer = door.send(door.request(NOTES + query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var titles = new ArrayList<String>();
        door.read(answer)
                .path("items")
                .forEach(row -> titles.add(row.path("title").asText()));
        return titles;
    }
}
