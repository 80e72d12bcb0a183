package org.stepwise.torture.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.torture.site.Site;

/**
 * Asks until the outcome is known: a request that is cut off or fails is sent again with the same key, as long as the
 * server takes to come back.
 */
public final class Door {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Site site;
    private final Trouble trouble;

    public Door(Site site, Trouble trouble) {
        this.site = site;
        this.trouble = trouble;
    }

    /** With a key of its own. */
    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of("Idempotency-Key", newKey()));
    }

    /** Changes a draft as it stands; a draft that somebody changed meanwhile stays as it is. */
    public Answer change(String path, Map<String, ?> body) {
        var seen = get(path);
        return seen.status() == 200
                ? send(
                        "PUT",
                        path,
                        body,
                        Map.of(
                                "If-Match",
                                seen.raw().headers().firstValue("ETag").orElseThrow()))
                : seen;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Never one again, whatever the seed. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Answer send(String method, String path, Object body, Map<String, String> headers) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var unknown = false;
        while (System.nanoTime() < deadline) {
            site.awaitOpen();
            var answer = once(method, path, body, headers);
            if (answer.isPresent() && answer.get().status() < 500 && !(unknown && passes(answer.get()))) {
                return answer.get();
            }
            unknown = true;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException(
                method + " " + path + " has no known outcome after " + LONGEST.toMinutes() + " minutes");
    }

    private Optional<Answer> once(String method, String path, Object body, Map<String, String> headers) {
        try {
            var answer = site.rest().send(method, path, body, headers);
            if (answer.status() >= 500) {
                trouble.failed(method + " " + path + ": " + answer.raw().body());
            }
            return Optional.of(answer);
        } catch (UncheckedIOException cut) {
            if (site.isOpen()) {
                trouble.failed(method + " " + path + ": " + cut.getCause());
            }
            return Optional.empty();
        }
    }

    /** A refusal that tells nothing about what became of an earlier try. */
    private static boolean passes(Answer answer) {
        var code = answer.code();
        return code != null
                && (code.startsWith("erp.module.")
                        || code.startsWith("erp.data.")
                        || code.equals("erp.idempotency.used"));
    }
}
