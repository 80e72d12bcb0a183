package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.security.Forgets;

/** The same key and body: the same answer and one effect, whatever happens in between. */
@ExtendWith(SharedDoor.class)
class IdempotencyTest {
    private static final String NOTES = "/api/notes/notes";

    private final Door door;

    IdempotencyTest(Door door) {
        this.door = door;
    }

    @Test
    void theSameRequestAgainHasTheSameAnswerAndNoSecondEffect() {
        var first = post("again", "{'title':'Once'}");
        var effects = door.notes().effects();

        var second = post("again", "{'title':'Once'}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertSame(second, first);
        assertThat(door.notes().effects()).isEqualTo(effects);
        assertThat(count("Once")).isEqualTo(1);
    }

    @Test
    void theAnswerStaysEvenWhenTheDocumentHasChangedSince() {
        var first = post("stays", "{'title':'Before'}");
        var path = first.headers().firstValue("Location").orElseThrow();
        door.send(door.json(path, "PUT", "{'title':'After'}").header("If-Match", "\"1\""));

        assertThat(post("stays", "{'title':'Before'}").body()).isEqualTo(first.body());
    }

    @Test
    void theSameKeyForAnotherBodyIsAConflict() {
        post("other", "{'title':'This'}");

        var other = post("other", "{'title':'That'}");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(door.read(other).path("code").asText()).isEqualTo("erp.idempotency.other-body");
        assertThat(count("That")).isZero();
    }

    @Test
    void manyAtOnceHaveOneEffectAndOneAnswer() {
        var request = door.json(NOTES, "POST", "{'title':'Rush'}")
                .header("Idempotency-Key", "rush")
                .build();

        var answers = IntStream.range(0, 20)
                .mapToObj(each -> door.client().sendAsync(request, BodyHandlers.ofString()))
                .toList();

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(count("Rush")).isEqualTo(1);
    }

    @Test
    void aRefusedRequestHasNoEffectAndMayBeTriedAgain() {
        assertThat(post("refused", "{'title':'forbidden'}").statusCode()).isEqualTo(422);
        assertThat(post("refused", "{'title':'forbidden'}").statusCode()).isEqualTo(422);
        assertThat(post("refused", "{'title':'allowed'}").statusCode()).isEqualTo(201);
    }

    @Test
    void anAnswerLostByACrashIsMadeAnewFromTheEffect() {
        var first = post("crash", "{'title':'Survives'}");
        var effects = door.notes().effects();
        forgetAnswers();

        assertSame(post("crash", "{'title':'Survives'}"), first);
        assertThat(door.notes().effects()).isEqualTo(effects);
        assertThat(post("crash", "{'title':'Other'}").statusCode()).isEqualTo(409);
    }

    @Test
    void anActIsDoneOnceToo() {
        var path = post("act-note", "{'title':'Act'}")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow() + "/close";

        var closed = door.send(door.json(path, "POST", "{}").header("Idempotency-Key", "act"));
        forgetAnswers();
        var again = door.send(door.json(path, "POST", "{}").header("Idempotency-Key", "act"));

        assertThat(closed.statusCode()).isEqualTo(200);
        assertSame(again, closed);
    }

    @Test
    void anImportIsTakenOnce() {
        var csv = "title\nImported 1\nImported 2\n";

        var first = send(csv);
        var second = send(csv);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(count("Imported 1")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(post("x".repeat(201), "{'title':'Long'}").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String key, String body) {
        return door.send(door.json(NOTES, "POST", body).header("Idempotency-Key", key));
    }

    private HttpResponse<String> send(String csv) {
        return door.send(door.request(NOTES + "/import")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "import")
                .POST(BodyPublishers.ofString(csv)));
    }

    private void assertSame(HttpResponse<String> answer, HttpResponse<String> first) {
        assertThat(answer.statusCode()).isEqualTo(first.statusCode());
        assertThat(answer.body()).isEqualTo(first.body());
        for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(answer.headers().allValues(header))
                    .isEqualTo(first.headers().allValues(header));
        }
    }

    private int count(String title) {
        var list = door.read(door.send(door.request(NOTES + "?filter=title:eq:" + title.replace(" ", "%20"))));
        return list.path("items").size();
    }

    /** As a person's erasure does; a crash between effect and answer leaves the same. */
    private void forgetAnswers() {
        var keepers = door.platform().services(Forgets.class);
        door.platform()
                .service(Transactions.class)
                .run(() -> keepers.forEach(each -> each.forget(door.company(), new Id(1))));
    }
}
