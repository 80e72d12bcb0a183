package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conventions of REST, over real HTTP with the real platform. */
@ExtendWith(SharedDoor.class)
class RestTest {
    private final Door door;

    RestTest(Door door) {
        this.door = door;
    }

    @Test
    void whatIsCreatedIsAnsweredWithItsPlaceAndVersion() {
        var created = door.send(door.json("/api/notes/notes", "POST", "{'title':'Buy milk','amount':1.5}"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = door.read(created).path("id").asText();
        assertThat(header(created, "Location")).isEqualTo("/api/notes/notes/" + id);
        assertThat(header(created, "ETag")).isEqualTo("\"1\"");
        assertThat(door.read(created).path("amount").isTextual()).isTrue();
        assertThat(door.read(created).path("amount").asText()).isEqualTo("1.5");
        assertThat(door.read(created).has("dueDate")).as("nulls are told").isTrue();

        var found = door.send(door.request("/api/notes/notes/" + id));
        assertThat(found.body()).isEqualTo(created.body());
        var unchanged = door.send(door.request("/api/notes/notes/" + id).header("If-None-Match", "\"1\""));
        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @Test
    void aChangeNeedsTheVersionItWasMadeOn() {
        var id = create("Draft");
        var path = "/api/notes/notes/" + id;

        assertThat(door.send(door.json(path, "PUT", "{'title':'A'}")).statusCode())
                .isEqualTo(428);
        var changed = door.send(door.json(path, "PUT", "{'title':'A'}").header("If-Match", "\"1\""));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isEqualTo("\"2\"");
        var late = door.send(door.json(path, "PUT", "{'title':'B'}").header("If-Match", "\"1\""));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(code(late)).isEqualTo("erp.data.changed-meanwhile");
    }

    @Test
    void anActIsAPostBelowTheDocument() {
        var path = "/api/notes/notes/" + create("To be closed") + "/close";

        var closed = door.send(door.request(path).POST(BodyPublishers.noBody()));
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(door.read(closed).path("status").asText()).isEqualTo("CLOSED");
        var again = door.send(door.json(path, "POST", "{}"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(code(again)).isEqualTo("notes.note.not-open");
    }

    @Test
    void aListIsReadPageByPage() {
        for (var number = 0; number < 5; number++) {
            create("Page " + number);
        }
        var list = "/api/notes/notes?filter=title:contains:Page&sort=-title&limit=3";

        var first = door.read(door.send(door.request(list)));
        assertThat(first.path("items")).hasSize(3);
        assertThat(first.path("items").path(0).path("title").asText()).isEqualTo("Page 4");
        var rest = door.read(
                door.send(door.request(list + "&after=" + first.path("next").asText())));
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void aListIsExportedWholeAsCsv() {
        create("Export me");

        var csv = door.send(
                door.request("/api/notes/notes?filter=title:eq:Export%20me").header("Accept", "text/csv"));

        assertThat(header(csv, "Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("id,title,amount,dueDate,status\r\n").contains(",Export me,,,OPEN\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/notes/notes/xyz,,404",
        "GET,/api/notes/notes/0000000000000,,404",
        "GET,/api/notes/unknown,,404",
        "GET,/api/nothing,,404",
        "GET,/api/notes/notes?limit=0,,400",
        "GET,/api/notes/notes?filter=title,,400",
        "GET,/api/notes/notes?after=%00,,400",
        "DELETE,/api/notes/notes,,405",
        "POST,/api/notes/notes,'{',400",
        "POST,/api/notes/notes,'[]',400",
        "POST,/api/notes/notes,'null',400",
        "POST,/api/notes/notes,'',422",
        "POST,/api/notes/notes,'{}',422",
        "POST,/api/notes/notes,'{\"title\":\"a\",\"title\":\"b\"}',400",
        "POST,/api/notes/notes,'{\"title\":\"a\",\"unknown\":1}',422",
        "POST,/api/notes/notes/import,'{}',415",
        "PUT,/api/notes/notes/0000000000000,'{\"title\":\"a\"}',428"
    })
    void wrongInputIsAProblemOfTheClient(String method, String path, String body, int status) {
        var request = body == null
                ? door.request(path).method(method, BodyPublishers.noBody())
                : door.json(path, method, body);

        var refused = door.send(request);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(code(refused)).isNotBlank();
        assertThat(refused.body()).doesNotContain("org.stepwise", "Exception");
    }

    /** What is refused is not among what is possible. */
    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/notes/notes,'GET, HEAD, POST'",
        "DELETE,/api/notes/notes/0000000000000,'GET, HEAD, PUT'",
        "DELETE,/api/notes/notes/0000000000000/close,'POST'",
        "POST,/api/openapi.json,'GET, HEAD'",
        "PUT,/api/session,'DELETE, GET, HEAD, POST'"
    })
    void anAddressSaysWhichMethodsItKnows(String method, String path, String allowed) {
        var refused = door.send(door.request(path).method(method, BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).isEqualTo(allowed);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        var form = door.send(door.request("/api/notes/notes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("title=a")));

        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void descriptionsSpeakTheLanguageAskedFor() {
        var german = door.read(door.send(door.request("/api/descriptions").header("Accept-Language", "de-AT,en;q=0.5")))
                .path("items")
                .path(0);

        assertThat(german.path("title").asText()).isEqualTo("Notizen");
        assertThat(german.path("columns").path(1).path("title").asText()).isEqualTo("Betrag");
        assertThat(german.path("columns").path(2).path("title").asText()).isEqualTo("Due date");
        assertThat(german.path("columns")
                        .path(3)
                        .path("choices")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("Offen");
    }

    @Test
    void openApiDescribesRegistersAndResources() {
        var api = door.read(door.send(door.request("/api/openapi.json")));

        assertThat(api.path("openapi").asText()).startsWith("3.");
        assertThat(api.path("paths").has("/notes/notes/{id}/close")).isTrue();
        assertThat(api.path("paths").path("/session").has("post")).isTrue();
        var form = "/paths/~1notes~1notes/post/requestBody/content/application~1json/schema/required/0";
        assertThat(api.at(form).asText()).isEqualTo("title");
    }

    @Test
    void metricsCountRequestsAndVerbs() {
        create("Counted");

        var metrics = door.send(door.request("/metrics"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("stepwise_verbs_total", "jvm_memory_used_bytes", "stepwise_http_requests_seconds_count");
        assertThat(door.send(door.anonymous("/metrics")).statusCode()).isEqualTo(401);
    }

    private String create(String title) {
        var created = door.send(door.json("/api/notes/notes", "POST", "{'title':'" + title + "'}"));
        return door.read(created).path("id").asText();
    }

    private String code(HttpResponse<String> answer) {
        return door.read(answer).path("code").asText();
    }

    private String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
