package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.web.RegisterExtension;

/** What somebody has typed so far is kept, whatever it is worth, until it is recorded or deleted. */
@ResourceLock("door with drafts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {
    private static final String NOTES = "/api/notes/notes";
    private static final String DRAFTS = NOTES + "/drafts";

    private final Map<Database.Kind, Door> doors = new EnumMap<>(Database.Kind.class);
    private Door door;

    /** One a database; nothing is left of the test before. */
    private void open(Database.Kind kind) {
        door = doors.computeIfAbsent(
                kind,
                each -> new Door(Platform.on(each)
                        .configured(
                                "org.stepwise.web.drafts",
                                Map.of("mostOfOne", 5, "mostOfAll", 7, "largestKilobytes", 100))));
        for (var table : List.of("web.draft", "web.draft_piece", "web.draft_about", "web.answer", "notes.note")) {
            door.platform().service(Sql.class).write("DELETE FROM " + table);
        }
    }

    @AfterAll
    void end() {
        doors.values().forEach(Door::close);
    }

    @OnBothDatabases
    void whatIsTypedIsKeptChangedAndRecorded(Database.Kind kind) {
        open(kind);
        var kept = send(DRAFTS, "POST", "{'title':'For Monday','values':{'amount':12.5}}");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        var path = kept.headers().firstValue("Location").orElseThrow();
        var draft = door.read(kept);
        assertThat(draft.at("/values/amount").asText()).isEqualTo("12.5");
        assertThat(draft.at("/complaints/title").asText()).isEqualTo("is required");
        assertThat(draft.at("/madeBy/name").asText()).isEqualTo("Ada");
        assertThat(door.read(door.send(door.request(path)))).isEqualTo(draft);
        assertThat(notes()).isEmpty();

        var changed = put(path, "\"1\"", "{'values':{'title':'Tea','amount':'12.5'}}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(door.read(changed).path("complaints")).isEmpty();
        var item = door.read(door.send(door.request(DRAFTS))).path("items").path(0);
        assertThat(item.at("/summary/title").asText()).isEqualTo("Tea");
        assertThat(item.path("mine").asBoolean()).isTrue();

        var recorded = send(path + "/record", "POST", "");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        assertThat(recorded.headers().firstValue("Location").orElseThrow())
                .isEqualTo(NOTES + "/" + door.read(recorded).path("id").asText());
        assertThat(notes()).containsExactly("Tea");
        assertThat(code(door.send(door.request(path)))).isEqualTo("erp.draft.unknown");
        assertThat(rows("web.draft") + rows("web.draft_piece")).isZero();
    }

    @OnBothDatabases
    void whatIsWrongIsToldAndWhatIsNoFieldIsNotKept(Database.Kind kind) {
        open(kind);
        var kept = send(DRAFTS, "POST", "{'values':{'title':['a'],'amount':'much','dueDate':'soon','colour':'red'}}");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        var complaints = door.read(kept).path("complaints");
        assertThat(complaints.path("amount").asText()).contains("a decimal number");
        assertThat(complaints.path("dueDate").asText()).contains("a day is expected");
        assertThat(complaints.path("title").asText()).contains("is not kept");
        assertThat(complaints.path("colour").asText()).contains("is not kept");
        assertThat(door.read(kept).path("values")).isEqualTo(tree("{'amount':'much','dueDate':'soon'}"));
        var path = kept.headers().firstValue("Location").orElseThrow();
        assertThat(door.read(door.send(door.request(path))).path("complaints").has("colour"))
                .isFalse();
        var refused = send(path + "/record", "POST", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(door.read(refused).path("fields").has("amount")).isTrue();
        assertThat(door.send(door.request(path)).statusCode()).isEqualTo(200);
    }

    @OnBothDatabases
    void aRefusalOfTheVerbLeavesTheDraft(Database.Kind kind) {
        open(kind);
        var path = keep("{'title':'" + NoteBook.FORBIDDEN_TITLE + "'}");

        assertThat(code(send(path + "/record", "POST", ""))).isEqualTo("notes.note.forbidden");

        assertThat(put(path, "\"1\"", "{'values':{'title':'Allowed'}}").statusCode())
                .isEqualTo(200);
        assertThat(send(path + "/record", "POST", "").statusCode()).isEqualTo(201);
    }

    @OnBothDatabases
    void whoChangesWhatAnotherChangedIsRefused(Database.Kind kind) {
        open(kind);
        var path = keep("{'title':'A'}");
        assertThat(put(path, "\"1\"", "{'values':{'title':'B'}}").statusCode()).isEqualTo(200);

        assertThat(code(put(path, "\"1\"", "{'values':{'title':'C'}}"))).isEqualTo("erp.data.changed-meanwhile");
        assertThat(code(send(path, "PUT", "{'values':{}}"))).isEqualTo("erp.request.if-match-missing");
        var late = door.send(door.json(path + "/record", "POST", "").header("If-Match", "\"1\""));
        assertThat(code(late)).isEqualTo("erp.data.changed-meanwhile");
        var deleted = door.send(door.request(path).header("If-Match", "\"1\"").DELETE());
        assertThat(code(deleted)).isEqualTo("erp.data.changed-meanwhile");
        assertThat(door.send(door.request(path).header("If-Match", "\"2\"").DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(code(door.send(door.request(path).DELETE()))).isEqualTo("erp.draft.unknown");
    }

    @OnBothDatabases
    void oneDraftBecomesOneNoteHoweverOftenItIsSent(Database.Kind kind) {
        open(kind);
        var request = door.json(DRAFTS, "POST", "{'values':{'title':'Once'}}").header("Idempotency-Key", "keep");
        var kept = door.send(request);
        assertThat(door.send(request).body()).isEqualTo(kept.body());
        assertThat(rows("web.draft")).isEqualTo(1);
        assertThat(stored()).as("what a draft says is in no stored answer").doesNotContain("Once");

        var path = kept.headers().firstValue("Location").orElseThrow();
        var answers = IntStream.range(0, 8)
                .mapToObj(each -> door.client()
                        .sendAsync(door.json(path + "/record", "POST", "").build(), BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers).containsOnlyOnce(201).isSubsetOf(201, 404, 409);
        assertThat(notes()).containsExactly("Once");
        var last = keep("{'title':'Last'}");
        var keyed = door.json(last + "/record", "POST", "").header("Idempotency-Key", "record");
        var recorded = door.send(keyed);
        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(door.send(keyed).body()).isEqualTo(recorded.body());
        assertThat(notes()).containsExactly("Last", "Once");
    }

    @OnBothDatabases
    void whoMayCreateSeesHisOwnAndWhoMayReadTooThoseOfOthers(Database.Kind kind) {
        open(kind);
        var clerk = door.program("clerk", NoteBook.CREATE);
        var chief = door.program("chief", NoteBook.CREATE, NoteBook.READ);
        var reader = door.program("reader", NoteBook.READ);
        var adas = keep("{'title':'Of Ada'}");
        var clerks = door.send(door.as(clerk, door.json(DRAFTS, "POST", "{'values':{'title':'Of the clerk'}}")))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(seen(clerk)).containsExactly("Of the clerk");
        assertThat(seen(chief)).containsExactly("Of the clerk", "Of Ada");
        assertThat(code(door.send(door.as(clerk, door.request(adas))))).isEqualTo("erp.draft.unknown");
        assertThat(code(door.send(door.as(clerk, door.json(adas + "/record", "POST", "")))))
                .isEqualTo("erp.draft.unknown");
        assertThat(code(door.send(door.as(reader, door.request(DRAFTS))))).isEqualTo("erp.permission.missing");
        assertThat(code(door.send(door.as(reader, door.json(DRAFTS, "POST", "{'values':{}}")))))
                .isEqualTo("erp.permission.missing");
        assertThat(door.send(door.as(chief, door.json(clerks + "/record", "POST", "")))
                        .statusCode())
                .isEqualTo(201);
        var own = door.read(door.send(door.as(clerk, door.request("/api/drafts"))));
        assertThat(own.path("count").asInt()).isZero();
    }

    @OnBothDatabases
    void howManyAndHowLargeIsBoundedAndNoneIsDeletedForIt(Database.Kind kind) {
        open(kind);
        IntStream.range(0, 5).forEach(each -> keep("{'title':'" + each + "'}"));
        assertThat(code(send(DRAFTS, "POST", "{'values':{}}"))).isEqualTo("erp.draft.too-many");
        var other = door.program("other", NoteBook.CREATE);
        IntStream.range(0, 2)
                .forEach(each -> door.send(door.as(other, door.json(DRAFTS, "POST", "{'values':{'title':'x'}}"))));
        assertThat(code(door.send(door.as(other, door.json(DRAFTS, "POST", "{'values':{}}")))))
                .isEqualTo("erp.draft.company-full");
        assertThat(rows("web.draft")).isEqualTo(7);

        var path = door.read(door.send(door.request("/api/drafts")))
                .at("/items/0/id")
                .asText();
        var large = "{'values':{'title':'" + "x".repeat(101_000) + "'}}";
        assertThat(code(put(DRAFTS + "/" + path, "\"1\"", large))).isEqualTo("erp.draft.too-big");
        var fitting = "{'values':{'title':'" + noise(90_000) + "'}}";
        var kept = put(DRAFTS + "/" + path, "\"1\"", fitting);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(door.read(door.send(door.request(DRAFTS + "/" + path)))
                        .at("/values/title")
                        .asText())
                .hasSize(90_000);
        assertThat(door.read(kept).at("/complaints/title").asText()).contains("at most 40");
    }

    @OnBothDatabases
    void itOutlivesTheFieldsThatItFilled(Database.Kind kind) {
        open(kind);
        var tags = new Tags(door.platform(), "notes_");
        door.platform().add(RegisterExtension.class, tags);
        var path = keep("{'title':'A','notes_tag':'red'}");
        door.platform().remove(tags);

        var without = door.read(door.send(door.request(path)));
        assertThat(without.at("/left/notes_tag").asText()).isEqualTo("red");
        assertThat(without.path("complaints").has("notes_tag")).isTrue();
        assertThat(without.path("values").has("notes_tag")).isFalse();
        assertThat(put(path, "\"1\"", "{'values':{'title':'B'}}").statusCode()).isEqualTo(200);
        assertThat(code(send(path + "/record", "POST", ""))).isEqualTo("erp.draft.left");

        door.platform().add(RegisterExtension.class, tags);
        assertThat(door.read(door.send(door.request(path))).path("values"))
                .as("it is back with the field")
                .isEqualTo(tree("{'title':'B','notes_tag':'red'}"));
        door.platform().remove(tags);
        var left = put(path, "\"2\"", "{'values':{'title':'B'},'left':{}}");
        assertThat(door.read(left).path("left")).isEmpty();
    }

    @OnBothDatabases
    void oneIsDeletedByItsMakerWithoutItsList(Database.Kind kind) {
        open(kind);
        var id = keep("{'title':'A'}").replaceFirst(".*/", "");
        var other = door.program("colleague", NoteBook.CREATE, NoteBook.READ);
        assertThat(code(door.send(
                        door.as(other, door.request("/api/drafts/" + id).DELETE()))))
                .isEqualTo("erp.draft.unknown");
        assertThat(door.send(door.request("/api/drafts/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(rows("web.draft_piece")).isZero();
    }

    @Law(17)
    @OnBothDatabases
    void whatItSaysStandsNowhereInPlainText(Database.Kind kind) {
        open(kind);
        keep("{'title':'Zebulon Pike'}");
        assertThat(stored()).doesNotContain("Zebulon");
        assertThat(new String(bytes("SELECT head FROM web.draft"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Zebulon", "title");
        assertThat(new String(bytes("SELECT body FROM web.draft_piece"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Zebulon", "title");
    }

    @OnBothDatabases
    void programsAreToldOfIt(Database.Kind kind) {
        open(kind);
        var paths = door.read(door.send(door.request("/api/openapi.json"))).path("paths");
        assertThat(paths.at("/~1notes~1notes~1drafts/post/requestBody/content/application~1json/schema/properties"
                                + "/values/properties")
                        .has("title"))
                .isTrue();
        assertThat(paths.has("/notes/notes/drafts/{draft}/record")).isTrue();
        assertThat(paths.has("/drafts")).isTrue();
        assertThat(door.send(door.request(DRAFTS + "/none")).statusCode()).isEqualTo(404);
        assertThat(door.send(door.json(DRAFTS, "POST", "{'values':[]}")).statusCode())
                .isEqualTo(400);
        assertThat(code(door.send(door.json(DRAFTS, "POST", "{'title':'a\\nb'}"))))
                .isEqualTo("erp.form.invalid");
    }

    private static String noise(int length) {
        var text = new StringBuilder();
        new Random(1).ints(length, 'a', 'z').forEach(each -> text.append((char) each));
        return text.toString();
    }

    private String keep(String values) {
        var kept = send(DRAFTS, "POST", "{'values':" + values + "}");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        return kept.headers().firstValue("Location").orElseThrow();
    }

    private List<String> seen(Door.Program program) {
        var titles = new ArrayList<String>();
        door.read(door.send(door.as(program, door.request(DRAFTS))))
                .path("items")
                .forEach(item -> titles.add(item.at("/summary/title").asText()));
        return titles;
    }

    private List<String> notes() {
        var titles = new ArrayList<String>();
        door.read(door.send(door.request(NOTES + "?sort=title")))
                .path("items")
                .forEach(row -> titles.add(row.path("title").asText()));
        return titles;
    }

    private HttpResponse<String> send(String path, String method, String body) {
        return door.send(door.json(path, method, body));
    }

    private HttpResponse<String> put(String path, String seen, String body) {
        return door.send(door.json(path, "PUT", body).header("If-Match", seen));
    }

    private String code(HttpResponse<String> answer) {
        return door.read(answer).path("code").asText();
    }

    private JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private long rows(String table) {
        return door.platform()
                .service(Sql.class)
                .first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + table)
                .orElseThrow();
    }

    private byte[] bytes(String query) {
        return door.platform()
                .service(Sql.class)
                .first(row -> row.getBytes(1), query)
                .orElseThrow();
    }

    /** Answers that are kept for keys, unzipped. */
    private String stored() {
        var text = new StringBuilder();
        door.platform()
                .service(Sql.class)
                .list(row -> row.getBytes(1), "SELECT body FROM web.answer WHERE body IS NOT NULL")
                .forEach(body -> text.append(unzipped(body)));
        return text.toString();
    }

    private static String unzipped(byte[] body) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
