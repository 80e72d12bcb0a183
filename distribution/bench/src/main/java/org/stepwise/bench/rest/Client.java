package org.stepwise.bench.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody logged in, with what a browser sends: the session's cookie, its CSRF token and a new idempotency key with
 * each intent, over a connection that is kept. The plainest client of Java, because it shares the processors with the
 * server it measures.
 */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final String cookie;
    private final String csrf;

    private Client(String address, String cookie, String csrf) {
        this.address = address;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** What came back; {@code tag} is the version that was seen, to send with the next change. */
    public record Answer(JsonNode body, String tag, String cookie) {
        String id() {
            return body.path("id").asText();
        }
    }

    static Client login(String address, String user, String password) {
        var stranger = new Client(address, null, null);
        var session = stranger.post("/api/session", Map.of("user", user, "password", password));
        return new Client(
                address,
                session.cookie().split(";")[0],
                session.body().path("csrf").asText());
    }

    public Answer get(String path) {
        return send("GET", path, null, null, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body), "application/json", null);
    }

    /** Changes what was seen as {@code tag}. */
    Answer put(String path, String tag, Object body) {
        return send("PUT", path, json(body), "application/json", tag);
    }

    Answer importRows(String path, String csv) {
        return send("POST", path + "/import", csv.getBytes(StandardCharsets.UTF_8), "text/csv", null);
    }

    private Answer send(String method, String path, byte[] body, String type, String tag) {
        try {
            var connection = (HttpURLConnection) new URL(address + path).openConnection();
            connection.setRequestMethod(method);
            if (cookie != null) {
                connection.setRequestProperty("Cookie", cookie);
                connection.setRequestProperty("X-CSRF-Token", csrf);
            }
            if (tag != null) {
                connection.setRequestProperty("If-Match", tag);
            }
            if (body != null) {
                connection.setRequestProperty("Content-Type", type);
                connection.setRequestProperty(
                        "Idempotency-Key", UUID.randomUUID().toString());
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                connection.getOutputStream().write(body);
            }
            return answer(connection);
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        }
    }

    /** Read to its end, or the connection would not be kept. */
    private static Answer answer(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() >= 300) {
            var problem = connection.getErrorStream();
            throw new IllegalStateException(connection.getRequestMethod() + " " + connection.getURL() + ": "
                    + connection.getResponseCode() + " "
                    + (problem == null ? "" : new String(problem.readAllBytes(), StandardCharsets.UTF_8)));
        }
        try (var in = connection.getInputStream()) {
            return new Answer(
                    JSON.readTree(in.readAllBytes()), connection.getHeaderField("ETag"), sessionCookie(connection));
        }
    }

    private static String sessionCookie(HttpURLConnection connection) {
        return connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                .filter(cookie -> cookie.startsWith("stepwise-session="))
                .findFirst()
                .orElse(null);
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
