package org.stepwise.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that speaks to the REST door, on connections that it keeps. */
public final class Rest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String address;
    private final Map<String, String> identity;

    /** Somebody who has not logged in. */
    public Rest(String address) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), address, Map.of());
    }

    private Rest(HttpClient client, String address, Map<String, String> identity) {
        this.client = client;
        this.address = address;
        this.identity = identity;
    }

    /** On the same connections with an API token. */
    public Rest with(String token) {
        return new Rest(client, address, Map.of("Authorization", "Bearer " + token));
    }

    /** On the same connections as a person who logs in: with the cookies and the CSRF token from now on. */
    public Rest login(String user, String password) {
        var answer =
                post("/api/session", Map.of("user", user, "password", password)).is(200);
        var cookies = answer.raw().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
        return new Rest(client, address, Map.of("Cookie", cookies, "X-CSRF-Token", answer.text("csrf")));
    }

    /** Chooses a password instead of the one logged in with. */
    public void choose(String current, String next) {
        send("PUT", "/api/session/password", Map.of("current", current, "next", next), Map.of())
                .is(204);
    }

    /** What came back; {@code body} is null where it is not JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String text(String field) {
            return body.path(field).asText(null);
        }

        /** The code of a refusal. */
        public String code() {
            return body == null ? null : text("code");
        }

        public JsonNode items() {
            return body.path("items");
        }

        /** The answer must be this. */
        public Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        raw.request() + ": " + expected + " was expected, and " + status + " came: " + raw.body());
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    /** A text is sent as it is, anything else as JSON. */
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(identity);
        all.putAll(headers);
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        all.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + text, malformed);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") ? parse(response.body()) : null;
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
