package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A program that speaks to the REST door. */
final class Rest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String address;
    private final String token;

    Rest(String address, String token) {
        this(HttpClient.newHttpClient(), address, token);
    }

    private Rest(HttpClient client, String address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    Rest with(String anotherToken) {
        return new Rest(client, address, anotherToken);
    }

    /** What came back; {@code body} is null where it is not JSON. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String field) {
            return body.path(field).asText(null);
        }

        String code() {
            return body == null ? null : text("code");
        }

        JsonNode items() {
            return body.path("items");
        }

        /** The answer must be this. */
        Answer is(int expected) {
            assertThat(status).as(raw.request() + ": " + raw.body()).isEqualTo(expected);
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    /** A text is sent as it is, anything else as JSON. */
    Answer send(String method, String path, Object body, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
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

    static JsonNode parse(String text) {
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
