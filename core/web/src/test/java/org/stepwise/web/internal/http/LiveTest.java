package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.event.Event;
import org.stepwise.security.Logins;
import org.stepwise.security.Users;
import org.stepwise.testkit.Law;
import org.stepwise.web.internal.live.LiveEvents;
import org.stepwise.web.internal.live.LiveScreens;

/** An open screen is told what its reader may know, for as long as the reader may know it. */
@ExtendWith(SharedDoor.class)
class LiveTest {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Door door;
    private final LiveEvents events;

    LiveTest(Door door) {
        this.door = door;
        this.events = new LiveEvents(door.platform().service(LiveScreens.class));
    }

    @Test
    @Law(17)
    void eventTypesAreToldToWhoMayReadThem() {
        var reader = open(door.program("live-reader", NoteBook.READ));
        var maker = open(door.program("live-maker", NoteBook.CREATE));
        var seer = open(door.program("live-seer", "erp.module.see"));

        recorded("notes.note-made");
        recorded("erp.day-ended");
        recorded("others.thing-done");
        modulesChanged();

        // What was noted together is told together: with the last of it all has been told.
        for (var stream : List.of(reader, maker, seer)) {
            eventually(() -> assertThat(stream.lines).contains("event: modules"));
        }
        assertThat(reader.types()).containsExactly("notes.note-made");
        assertThat(maker.types()).isEmpty();
        assertThat(seer.types()).containsExactly("erp.day-ended", "others.thing-done");
    }

    @Test
    void aStreamEndsOrIsToldNothingMoreWhenWhatOpenedItIsTakenAway() {
        var revoked = door.program("live-revoked", NoteBook.READ);
        var inactive = door.program("live-inactive", NoteBook.READ);
        var narrowed = door.program("live-narrowed", NoteBook.READ);
        var streams = List.of(open(revoked), open(inactive));
        var still = open(narrowed);

        door.asAda(() -> {
            door.platform().service(Logins.class).revokeToken(revoked.token().id());
            door.platform().service(Users.class).setActive(inactive.name(), false);
            return null;
        });
        door.allow(narrowed, NoteBook.CREATE);

        eventually(LONGEST, () -> assertThat(streams).allMatch(Stream::hasEnded));
        recorded("notes.note-made");
        modulesChanged();
        eventually(() -> assertThat(still.lines).contains("event: modules"));
        assertThat(still.types()).isEmpty();
        assertThat(still.hasEnded()).isFalse();
    }

    /** A draft or a hold is nobody else's business. */
    @Test
    void whatIsLostWithAModuleIsToldToWhoMadeIt() {
        var maker = door.program("live-loser", NoteBook.READ);
        var lost = open(maker);
        var other = open(door.program("live-other", NoteBook.READ));

        var properties = new HashMap<String, Object>(Map.of("module", "Warehouse", "what", "holds", "count", 2L));
        properties.put("company", door.company().toString());
        properties.put(
                "user",
                door.asAda(() -> door.platform().service(Users.class).find(maker.name()))
                        .orElseThrow()
                        .id()
                        .toString());
        events.handleEvent(new Event("org/stepwise/modules/lost", properties));
        modulesChanged();

        for (var stream : List.of(lost, other)) {
            eventually(() -> assertThat(stream.lines).contains("event: modules"));
        }
        assertThat(lost.lines).contains("event: lost");
        assertThat(String.join("", lost.lines)).contains("Warehouse", "holds", "\"2\"");
        assertThat(other.lines).doesNotContain("event: lost");
    }

    @Test
    void aStreamOfASessionThatWasLoggedOutEnds() {
        var login = door.send(door.anonymous("/api/session")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(Door.USER, Door.PASSWORD))));
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var stream = open(door.anonymous("/api/live").header("Cookie", cookie));

        door.platform().service(Logins.class).logout(cookie.substring(cookie.indexOf('=') + 1));

        eventually(LONGEST, () -> assertThat(stream.hasEnded()).isTrue());
    }

    private void recorded(String type) {
        var properties = Map.of("company", door.company().toString(), "type", type, "position", 7L);
        events.handleEvent(new Event("org/stepwise/log/any", properties));
    }

    private void modulesChanged() {
        events.handleEvent(new Event(
                "org/stepwise/modules", Map.of("company", door.company().toString())));
    }

    private Stream open(Door.Program program) {
        return open(door.as(program, door.request("/api/live")));
    }

    private Stream open(HttpRequest.Builder request) {
        var lines = new CopyOnWriteArrayList<String>();
        var ended = door.client()
                .sendAsync(request.build(), BodyHandlers.ofInputStream())
                .thenAcceptAsync(
                        answer -> {
                            try (var in =
                                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                                in.lines().forEach(lines::add);
                            } catch (IOException broken) {
                                throw new UncheckedIOException(broken);
                            }
                        },
                        work -> new Thread(work, "live-test").start());
        eventually(() -> assertThat(lines).isNotEmpty());
        return new Stream(lines, ended);
    }

    /** What an open screen has been told. */
    private record Stream(List<String> lines, CompletableFuture<Void> ended) {
        boolean hasEnded() {
            return ended.isDone();
        }

        List<String> types() {
            return lines.stream()
                    .filter(line -> line.startsWith("data: ") && line.contains("\"type\""))
                    .map(line -> line.replaceFirst(".*\"type\":\"([^\"]+)\".*", "$1"))
                    .toList();
        }
    }
}
