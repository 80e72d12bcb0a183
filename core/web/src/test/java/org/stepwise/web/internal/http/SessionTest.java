package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.security.Users;

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
        var setCookie = cookie(login, "stepwise-session");
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
    void whoGuessesIsToldWhenToTryAgain() {
        for (int guess = 1; guess <= 8; guess++) {
            assertThat(login("nobody-here", "wrong").statusCode()).isEqualTo(401);
        }
        var refused = login("nobody-here", "wrong");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.login.too-soon");
    }

    @Test
    void theDeviceThatLoggedInIsKnownWherePeopleLogInAndNowhereElse() {
        var device = cookie(login(Door.USER, Door.PASSWORD), "stepwise-device");
        assertThat(device).contains("Path=/api/session;", "HttpOnly", "SameSite=Strict", "Max-Age=");

        var again = door.send(login(Door.USER, Door.PASSWORD, device.split(";")[0]));
        assertThat(cookie(again, "stepwise-device")).isEqualTo(device);
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChange() {
        var name = "new-" + UUID.randomUUID();
        door.asAda(() -> door.platform().service(Users.class).add(name, "New", "told by telephone", "en"));
        var login = login(name, "told by telephone");
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        assertThat(door.read(login).path("mustChangePassword").asBoolean()).isTrue();
        var cookie = cookie(login, "stepwise-session").split(";")[0];
        var csrf = door.read(login).path("csrf").asText();

        var again = login(name, "told by telephone");
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(door.read(again).path("code").asText()).isEqualTo("erp.password.used");
        for (var path : List.of("/api/notes/notes", "/api/descriptions", "/api/live", "/metrics", "/ui/notes/a/b.js")) {
            var refused = door.send(door.anonymous(path).header("Cookie", cookie));
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.password.must-change");
        }
        assertThat(door.send(create(cookie).header("X-CSRF-Token", csrf)).statusCode())
                .isEqualTo(403);

        var common = change(cookie, csrf, "told by telephone", "password123");
        assertThat(common.statusCode()).isEqualTo(422);
        assertThat(door.read(common).path("code").asText()).isEqualTo("erp.password.common");
        assertThat(change(cookie, csrf, "told by telephone", "eight blue kettles")
                        .statusCode())
                .isEqualTo(204);
        var session = door.read(door.send(door.anonymous("/api/session").header("Cookie", cookie)));
        assertThat(session.path("mustChangePassword").asBoolean()).isFalse();
        var open = door.send(door.anonymous("/api/notes/notes").header("Cookie", cookie));
        assertThat(door.read(open).path("code").asText()).isEqualTo("erp.permission.missing");
        assertThat(login(name, "eight blue kettles").statusCode()).isEqualTo(200);
    }

    @Test
    void whoLacksThePermissionIsForbidden() {
        var login = login("guest", Door.PASSWORD);
        var cookie = cookie(login, "stepwise-session").split(";")[0];

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
        return door.send(login(user, password, "none=none"));
    }

    private HttpRequest.Builder login(String user, String password, String cookie) {
        var body = user == null ? "{}" : "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
        return door.anonymous("/api/session")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> change(String cookie, String csrf, String current, String next) {
        return door.send(door.anonymous("/api/session/password")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next))));
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }
}
