package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CSV goes through the same forms and services as everything else, all of it or nothing. */
@ExtendWith(SharedDoor.class)
class ImportTest {
    private final Door door;

    ImportTest(Door door) {
        this.door = door;
    }

    @Test
    void everyRowBecomesADocument() {
        var taken = take("", "title,amount,dueDate\nFirst,1.25,2026-12-01\nSecond,,\n");

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(door.read(taken).path("rows").asInt()).isEqualTo(2);
        var id = door.read(taken).path("ids").path(0).asText();
        var first = door.read(door.send(door.request("/api/notes/notes/" + id)));
        assertThat(first.path("amount").asText()).isEqualTo("1.25");
        assertThat(first.path("dueDate").asText()).isEqualTo("2026-12-01");
    }

    @Test
    void whatIsWrongIsToldByRowAndFieldAndNothingIsTaken() {
        var before = rows();

        var refused = take("", "title,amount\nGood,1\n,2\nBad,x\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        var fields = door.read(refused).path("fields");
        assertThat(fields.has("row 3.title")).isTrue();
        assertThat(fields.has("row 4.amount")).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aRowThatTheServiceRefusesTakesTheOthersBack() {
        var before = rows();

        var refused = take("", "title\nGood\n" + NoteBook.FORBIDDEN_TITLE + "\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(door.read(refused).path("fields").has("row 3")).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aDryRunAsksTheServicesTooAndTakesNothing() {
        var before = rows();

        assertThat(take("?dry-run=true", "title\nGood\n").statusCode()).isEqualTo(200);
        assertThat(take("?dry-run=true", "title\n" + NoteBook.FORBIDDEN_TITLE + "\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        var csv = door.send(door.request("/api/notes/notes").header("Accept", "text/csv"));
        return csv.body().lines().count();
    }

    private HttpResponse<String> take(String query, String csv) {
        return door.send(door.request("/api/notes/notes/import" + query)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }
}
