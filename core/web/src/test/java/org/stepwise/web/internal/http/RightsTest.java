package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.security.Forgets;
import org.stepwise.security.Users;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.internal.http.SharedDoor.Doors;

/** What somebody with few rights sees, and what is left of a right that was lost. */
@ExtendWith(SharedDoor.class)
class RightsTest {
    private static final String NOTES = "/api/notes/notes";

    @OnBothDatabases
    void anAnswerIsToldAgainToWhoMayStillDoItAndToNobodyElse(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var clerk = door.program("clerk", NoteBook.CREATE, NoteBook.READ);
        var first = post(door, clerk, "mine");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);

        door.allow(clerk, NoteBook.READ);
        var refused = post(door, clerk, "mine");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(door.read(refused).path("code").asText()).isEqualTo("erp.permission.missing");

        door.allow(clerk, NoteBook.CREATE);
        var unseen = post(door, clerk, "mine");
        assertThat(unseen.statusCode()).isEqualTo(201);
        assertThat(unseen.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(door.read(unseen).fieldNames()).toIterable().containsExactly("id");

        door.allow(clerk, NoteBook.CREATE, NoteBook.READ);
        assertThat(post(door, clerk, "mine").body()).isEqualTo(first.body());
    }

    @OnBothDatabases
    void anEffectWhoseAnswerWasLostIsToldToWhoMayStillDoItOnly(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var clerk = door.program("crashed", NoteBook.CREATE, NoteBook.READ);
        var first = post(door, clerk, "crash");
        var forgets = door.platform().service(Forgets.class);
        door.platform().service(Transactions.class).run(() -> forgets.forget(door.company(), new Id(1)));

        door.allow(clerk, NoteBook.READ);
        assertThat(post(door, clerk, "crash").statusCode()).isEqualTo(403);
        door.allow(clerk, NoteBook.CREATE, NoteBook.READ);
        assertThat(post(door, clerk, "crash").body()).isEqualTo(first.body());
    }

    @OnBothDatabases
    void whoMightDoEverythingIsAskedForWhatWasDone(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var users = door.platform().service(Users.class);
        var chief = door.program("chief", NoteBook.READ);
        door.asAda(() -> grant(users, chief));
        var first = post(door, chief, "chief");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);

        door.asAda(() -> withdraw(users, chief));
        assertThat(post(door, chief, "chief").statusCode()).isEqualTo(403);
        door.allow(chief, NoteBook.CREATE, NoteBook.READ);
        assertThat(post(door, chief, "chief").body()).isEqualTo(first.body());
    }

    @OnBothDatabases
    void anImportIsToldAgainToWhoMayStillImportOnly(Database.Kind kind, Doors doors) {
        var door = doors.on(kind);
        var clerk = door.program("importer", NoteBook.CREATE);
        var first = take(door, clerk);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(take(door, clerk).body()).isEqualTo(first.body());

        door.allow(clerk, NoteBook.READ);
        assertThat(take(door, clerk).statusCode()).isEqualTo(403);
    }

    @Test
    void oneRightToReadIsEnoughForTheListAndTheModuleItIsOf(Door door) {
        var reader = door.program("reader", NoteBook.READ);

        assertThat(names(door, reader, "/api/ui-modules")).isEqualTo("notes");
        assertThat(names(door, reader, "/api/descriptions")).isEqualTo("notes.notes");
        assertThat(door.send(door.as(reader, door.request(NOTES))).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasNoRightIsToldOfNoModule(Door door) {
        var nobody = door.program("nobody", "erp.metrics.read");

        assertThat(names(door, nobody, "/api/ui-modules")).isEmpty();
        assertThat(names(door, nobody, "/api/descriptions")).isEmpty();
        assertThat(door.send(door.as(nobody, door.request("/api/notes/unknown")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.send(door.as(nobody, door.request("/api/openapi.json"))).statusCode())
                .isEqualTo(200);
    }

    private static Door.Program grant(Users users, Door.Program program) {
        users.grant(program.name(), Users.ADMINISTRATOR);
        return program;
    }

    private static Door.Program withdraw(Users users, Door.Program program) {
        users.withdraw(program.name(), Users.ADMINISTRATOR);
        return program;
    }

    private static String names(Door door, Door.Program program, String path) {
        var answer = door.send(door.as(program, door.request(path)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return String.join(
                " ",
                door.read(answer).path("items").findValuesAsText("name").stream()
                        .filter(name -> name.startsWith("notes"))
                        .toList());
    }

    private static HttpResponse<String> post(Door door, Door.Program program, String key) {
        return door.send(
                door.as(program, door.json(NOTES, "POST", "{'title':'Right'}")).header("Idempotency-Key", key));
    }

    private static HttpResponse<String> take(Door door, Door.Program program) {
        return door.send(door.as(program, door.request(NOTES + "/import"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "import")
                .POST(BodyPublishers.ofString("title\nBy right\n")));
    }
}
