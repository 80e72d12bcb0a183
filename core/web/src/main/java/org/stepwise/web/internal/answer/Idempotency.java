package org.stepwise.web.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Ids;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.error.Unavailable;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.answer.Attempt.Key;

/**
 * Gives a request with an {@code Idempotency-Key} one effect and one answer, however often and however parallel it is
 * sent. The database decides; waiting for one's twin on the same server only saves work that would be rolled back.
 */
@Component(service = Idempotency.class)
public final class Idempotency {
    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

    public static final String HEADER = "Idempotency-Key";

    private final Map<Key, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final Answers answers;
    private final KeyedRequests requests;
    private final Rebuilt rebuilt;
    private final Callers callers;
    private final Ids ids;

    @Activate
    public Idempotency(
            @Reference Answers answers,
            @Reference KeyedRequests requests,
            @Reference Rebuilt rebuilt,
            @Reference Callers callers,
            @Reference Ids ids) {
        this.answers = answers;
        this.requests = requests;
        this.rebuilt = rebuilt;
        this.callers = callers;
        this.ids = ids;
    }

    /** What a key stands for: the same of all of them, or it is another request. */
    public record Request(String key, String method, String path, Content body) {}

    /** A body that can be read more than once. */
    public interface Content {
        InputStream open();
    }

    /** Serves a request into a response. */
    public interface Door {
        void serve(HttpServletResponse response) throws IOException;
    }

    public void serve(Request request, HttpServletResponse response, Door door) throws IOException {
        if (!request.key().matches("[\\x21-\\x7e]{1,200}")) {
            throw new Rejected(
                    "erp.request.malformed", HEADER + " is to have 1 to 200 letters, digits or signs, and no space");
        }
        var caller = callers.current();
        var key = new Key(caller.company(), caller.user(), request.key());
        var progress = new Attempt.Progress(new NotedPermissions(caller.permissions()));
        var attempt = new Attempt(key, ids.next().value(), fingerprint(request), request.path(), progress);
        alone(key, () -> answer(attempt, response, door));
    }

    /** Work that may fail to write. */
    private interface Work {
        void run() throws IOException;
    }

    private void alone(Key key, Work work) throws IOException {
        var mine = new CompletableFuture<Void>();
        for (var other = running.putIfAbsent(key, mine); other != null; other = running.putIfAbsent(key, mine)) {
            other.join();
        }
        try {
            work.run();
        } finally {
            running.remove(key);
            mine.complete(null);
        }
    }

    private void answer(Attempt attempt, HttpServletResponse response, Door door) throws IOException {
        var known = earlier(attempt);
        if (known.isPresent()) {
            send(known.get(), response);
            return;
        }
        var captured = new CapturedResponse(response);
        pass(attempt, captured, door);
        var answer = captured.answer();
        if (attempt.progress().lost()) {
            answer = earlier(attempt).orElse(answer);
        } else if (answer.status() < 300 && !captured.isSecret()) {
            keep(attempt, answer);
        }
        send(answer, response);
    }

    private void pass(Attempt attempt, CapturedResponse captured, Door door) throws IOException {
        var noted = attempt.progress().permissions().note(callers.current());
        try {
            callers.as(noted, () -> {
                requests.within(attempt, () -> {
                    try {
                        door.serve(captured);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
                return null;
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** What has been done is answered, kept or not: whoever asks again gets the answer made anew. */
    private void keep(Attempt attempt, Stored.Answer answer) {
        try {
            answers.keep(attempt, answer);
        } catch (Unavailable database) {
            LOG.info("an answer is not kept: {}", database.getMessage());
        }
    }

    private Optional<Stored.Answer> earlier(Attempt attempt) {
        return answers.find(attempt.key()).map(stored -> {
            if (!stored.fingerprint().equals(attempt.fingerprint())) {
                throw new Conflict(
                        "erp.idempotency.other-body",
                        "the idempotency key " + attempt.key().text()
                                + " was used for another request; use a new key for each new intent");
            }
            return rebuilt.answer(attempt.path(), stored);
        });
    }

    private static void send(Stored.Answer answer, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setHeader("Location", answer.location());
        response.setHeader("ETag", answer.tag());
        if (answer.mediaType() != null) {
            response.setContentType(answer.mediaType());
        }
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }

    private static String fingerprint(Request request) throws IOException {
        try (var body = request.body().open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
            body.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
