package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.data.Database;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.internal.http.SharedDoor.Doors;

/** What cannot be read or kept is refused as the client's fault, in a few lines, however much of it there is. */
@ExtendWith(SharedDoor.class)
class WrongTextTest {
    private static final String NOTES = "/api/notes/notes";
    private static final int SHORT = 20_000;

    private final Door door;

    WrongTextTest(Door door) {
        this.door = door;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-7",
                "application/json;charset=\"utf-16\"",
                "application/json;charset=none-such",
                "text/csv; charset=windows-1252",
                "application/json; charset",
                "application",
                "application/",
                "application/json; charset=\"utf-8",
                ";",
                "*/*"
            })
    void aBodyThatIsNotSaidToBeUtf8IsOfTheWrongType(String type) {
        for (var path : new String[] {NOTES, "/api/session", NOTES + "/import"}) {
            var refused = door.send(
                    door.request(path).header("Content-Type", type).POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
            refused(refused, 415, "erp.request.media-type");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=UTF-8", "application/json;charset=\"utf-8\"", "application/json"})
    void aBodyThatIsSaidToBeUtf8IsTaken(String type) {
        var taken = door.send(door.request(NOTES)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"title\":\"\u00e9\ud83d\ude00\"}")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept,x",
        "Accept,;",
        "Accept,text/csv;q=high",
        "Accept,application/json;charset=utf-7",
        "Accept-Language,-;q=x",
        "Accept-Language,xx_!!",
        "If-None-Match,W/",
        "Accept-Charset,utf-7",
        "Accept-Encoding,none-such"
    })
    void aHeaderThatSaysNothingIsNoFaultOfTheServer(String header, String value) {
        for (var path : new String[] {NOTES, "/api/descriptions", NOTES + "/0000000000001", "/api/session"}) {
            var answer = door.send(door.request(path).header(header, value));
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(500);
        }
    }

    @OnBothDatabases
    void halfACharacterIsNoText(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        for (var text : new String[] {"\\ud800", "a\\udc00", "\\ude00\\ud83d", "\\u0000"}) {
            for (var body : new String[] {
                "{\"title\":\"" + text + "\"}", "{\"" + text + "\":1}", "{\"x\":[{\"y\":\"" + text + "\"}]}"
            }) {
                refused(door.send(door.json(NOTES, "POST", body)), 400, "erp.request.malformed");
                refused(
                        door.send(door.anonymous("/api/session")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.replace("title", "user")))),
                        400,
                        "erp.request.malformed");
            }
        }
        var raw = new byte[] {
            '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'
        };
        var sent =
                door.request(NOTES).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(raw));
        refused(door.send(sent), 400, "erp.request.malformed");
        var pair = door.send(door.json(NOTES, "POST", "{'title':'\\ud83d\\ude00'}"));
        assertThat(door.read(pair).path("title").asText()).isEqualTo("\ud83d\ude00");
    }

    @OnBothDatabases
    void anAddressThatIsNoTextIsRefused(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        for (var path : new String[] {
            NOTES + "?filter=title:eq:%ED%A0%80",
            NOTES + "?filter=title:eq:%FF",
            NOTES + "?filter=title:contains:%00",
            NOTES + "?%C3=1",
            NOTES + "/%ED%A0%80",
            NOTES + "/%C3%28",
            NOTES + "/%00",
            "/api/%FF/notes"
        }) {
            assertThat(door.send(door.request(path)).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(door.send(door.request(NOTES + "?filter=title:eq:%C3%A9%20%F0%9F%98%80"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsToldInAFewLines() {
        var name = "n".repeat(1_000_000);
        var many = new StringBuilder("{\"lines\":[");
        for (var each = 0; each < 50_000; each++) {
            many.append("{\"field").append(each).append("\":1},");
        }
        many.append("{}],");
        for (var each = 0; each < 50_000; each++) {
            many.append("\"other").append(each).append("\":1,");
        }
        many.append("\"title\":\"a\"}");
        var title = "{\"title\":\"" + name + "\"}";
        for (var body :
                new String[] {many.toString(), title, "{\"title\":\"a\",\"" + name.substring(0, 40_000) + "\":1}"}) {
            var refused = door.send(door.json(NOTES, "POST", body));
            refused(refused, 422, "erp.form.invalid");
        }
        var login = door.anonymous("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"" + name.substring(0, 10_000) + "\":1}"));
        refused(door.send(login), 400, "erp.request.malformed");
        refused(door.send(door.request(NOTES + "?" + name.substring(0, 4_000) + "=1")), 400, "erp.list.invalid");
        refused(door.send(door.request(NOTES + "/" + name.substring(0, 4_000))), 404, "erp.id.unknown");
        refused(door.send(door.request("/api/" + name.substring(0, 4_000) + "/x")), 404, "erp.request.unknown-path");
    }

    @Test
    void whatIsWrongWithAFileIsToldInAFewLines() {
        var header = "h".repeat(1_000_000);
        for (var csv : new String[] {
            "title," + header + "\na,b\n",
            header + "," + header + "\na,b\n",
            "title\n" + "\"" + header + "\"\n",
            "title,x\n" + "a,b\n".repeat(9_000)
        }) {
            var refused = door.send(door.request(NOTES + "/import")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(csv)));
            assertThat(refused.statusCode()).isBetween(400, 499);
            assertThat(refused.body().length()).isLessThan(SHORT);
        }
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(door.read(answer).path("code").asText()).isEqualTo(code);
        assertThat(answer.body().length()).isLessThan(SHORT);
    }
}
