package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
@ExtendWith(SharedDoor.class)
class SessionTest {
    private final Door door;

    SessionTest(Door door) {
        this.door = door;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session",
                "/api/notes/notes",
                "/api/descriptions",
                "/api/openapi.json",
                "/api/unknown",
                "/api/live",
                "/metrics",
                "/ui/notes/abc/main.js"
            })
    void nothingAnswersWithoutALogin(String path) {
        var answer = door.send(door.anonymous(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(door.read(answer).path("code").asText()).isEqualTo("erp.session.none");
        assertThat(door.send(door.anonymous(path).header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePageItsFilesAndHealthAreForEverybody() {
        var page = door.send(door.anonymous("/m/crm/orders"));
        assertThat(page.statusCode()).isEqualTo(200);
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        var nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"").doesNotContain("{{");
        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("unsafe-eval");
        var script = page.body().replaceAll("(?s).*src=\"(/ui/shell/[^\"]+)\".*", "$1");
        var file = door.send(door.anonymous(script));
        assertThat(file.statusCode()).as(script).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));

        var health = door.send(door.anonymous("/health"));
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(door.read(health).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void aPersonLogsInWorksAndLogsOut() {
        var login = login(Door.USER, Door.PASSWORD);
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        var setCookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(setCookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
        var cookie = setCookie.substring(0, setCookie.indexOf(';'));
        var session = door.read(door.send(door.anonymous("/api/session").header("Cookie", cookie)));
        assertThat(session.path("user").asText()).isEqualTo(Door.USER);
        assertThat(session.path("company").path("currency").asText()).isEqualTo("USD");
        var csrf = session.path("csrf").asText();
        assertThat(csrf).isEqualTo(door.read(login).path("csrf").asText());

        assertThat(door.send(create(cookie)).statusCode()).isEqualTo(403);
        assertThat(door.send(create(cookie).header("X-CSRF-Token", "wrong")).statusCode())
                .isEqualTo(403);
        assertThat(door.send(create(cookie).header("X-CSRF-Token", csrf)).statusCode())
                .isEqualTo(201);

        var logout = door.send(door.anonymous("/api/session")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf)
                .DELETE());
        assertThat(logout.statusCode()).isEqualTo(204);
        assertThat(door.send(door.anonymous("/api/session").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(login("guest", "wrong").statusCode()).isEqualTo(401);
        assertThat(login(null, null).statusCode()).isEqualTo(400);
    }

    @Test
    void whoLacksThePermissionIsForbidden() {
        var login = login("guest", Door.PASSWORD);
        var cookie = login.headers().firstValue("Set-Cookie").orElse("").split(";")[0];

        var refused = door.send(door.anonymous("/api/notes/notes").header("Cookie", cookie));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.permission.missing");
    }

    private HttpRequest.Builder create(String cookie) {
        return door.anonymous("/api/notes/notes")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"By hand\"}"));
    }

    private HttpResponse<String> login(String user, String password) {
        var body = user == null ? "{}" : "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
        return door.send(door.anonymous("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
