package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stepwise.data.Database;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.web.RegisterExtension;

/** An administrator at the console works with the lists of modules that have no command of their own. */
@ResourceLock("door with a console")
class ConsoleTest {
    private final Door door = new Door(Database.Kind.DERBY);
    private final Shell shell = new Shell(door.platform());

    @BeforeEach
    void extend() {
        door.platform().add(RegisterExtension.class, new Tags(door.platform(), "notes_"));
    }

    @AfterEach
    void end() {
        door.close();
    }

    @Test
    void aRowIsMadeShownChangedAndSomethingIsDoneWithIt() throws Exception {
        var made = shell.say("erp:create notes.notes title=\"Two words\" amount=12.50 notes_tag=red");
        var id = made.strip().split(" ")[0];
        assertThat(made.strip()).isEqualTo(id + "  Two words  OPEN");
        assertThat(shell.say("erp:show notes.notes 'Two words'")).contains(id, "12.5", "red");

        assertThat(shell.say("erp:change notes.notes 'Two words' title=Done amount= notes_tag=blue --json"))
                .contains("\"amount\" : null", "\"notes_tag\" : \"blue\"");
        assertThat(shell.say("erp:act notes.notes " + id + " close")).contains("CLOSED");
        assertThat(shell.say("erp:act notes.notes " + id + " notes-shout --json"))
                .contains("\"notes_tag\" : \"DONE\"");
    }

    @Test
    void aListIsFilteredSortedAndCut() throws Exception {
        for (var note : List.of("title=A amount=3", "title=B amount=1", "title=C amount=2")) {
            shell.say("erp:create notes.notes " + note);
        }
        shell.say("erp:act notes.notes B close");
        assertThat(titles("status=OPEN")).containsExactly("A", "C");
        assertThat(titles("amount:ge:2 --sort -amount")).containsExactly("A", "C");
        assertThat(titles("--sort amount --limit 2")).containsExactly("B", "C");
        assertThat(titles("--sort -title")).containsExactly("C", "B", "A");
        assertThat(shell.say("erp:list notes.notes --columns title,status").lines())
                .hasSize(5)
                .noneMatch(line -> line.contains("amount"));
    }

    private List<String> titles(String words) throws Exception {
        var rows = new ObjectMapper().readTree(shell.say("erp:list notes.notes --json " + words));
        return rows.findValuesAsText("title");
    }

    @Test
    void moreRowsThanAPageAreReadPageByPage() throws Exception {
        var titles = new StringBuilder("title\n");
        for (var note = 0; note < 510; note++) {
            titles.append("N").append(note).append('\n');
        }
        door.send(door.request("/api/notes/notes/import")
                .header("Content-Type", "text/csv")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(titles.toString())));
        assertThat(titles("--limit 505")).hasSize(505);
        assertThat(titles("")).hasSize(50);
    }

    @Test
    void whatIsTypedWronglyIsRefusedAsAtEveryDoor() {
        assertRefused("erp:create notes.notes amount=much", Rejected.class, "erp.form.invalid");
        assertRefused("erp:create notes.notes title", Rejected.class, "erp.form.invalid");
        assertRefused("erp:create notes.notes title=A title=B", Rejected.class, "erp.form.invalid");
        assertRefused("erp:create notes.notes title=forbidden", Rejected.class, "notes.note.forbidden");
        assertRefused("erp:show notes.notes Nowhere", NotFound.class, "erp.row.unknown");
        assertRefused("erp:show notes.nothing A", NotFound.class, "erp.request.unknown-path");
        assertRefused("erp:list notes", NotFound.class, "erp.register.unknown");
        assertRefused("erp:list notes.notes shoe=43", Rejected.class, "erp.list.invalid");
        assertRefused("erp:list notes.notes --limit 0", Rejected.class, "erp.list.invalid");
        assertRefused("erp:act notes.notes A burn", NotFound.class, "erp.register.no-verb");
    }

    @Test
    void whatTwoRowsAreCalledIsToldApartByColumns() throws Exception {
        shell.say("erp:create notes.notes title=Twice amount=1");
        var second = shell.say("erp:create notes.notes title=Twice amount=2").split(" ")[0];
        assertRefused("erp:act notes.notes Twice close", Rejected.class, "erp.row.ambiguous");
        assertThat(shell.say("erp:act notes.notes title=Twice,amount=2 close")).startsWith(second);
        assertRefused("erp:act notes.notes " + second + " close", Rejected.class, "notes.note.not-open");
    }

    private void assertRefused(String line, Class<? extends Refusal> as, String code) {
        assertThatThrownBy(() -> shell.say(line)).as(line).isInstanceOf(as).satisfies(refused -> assertThat(
                        ((Refusal) refused).code())
                .isEqualTo(code));
    }

    @Test
    void allThatIsWrongIsSaidByField() {
        var said = new StringBuilder();
        assertThatThrownBy(() -> said.append(shell.say("erp:create notes.notes amount=much dueDate=soon")))
                .hasMessageContaining("(and 2 more)");
    }

    @Test
    void describedRecordsAreCalledByTheirCode() throws Exception {
        shell.say("erp:create notes.topics code=TEA name=Tea");
        assertThat(shell.say("erp:change notes.topics TEA hourlyPrice=12.5")).contains("TEA");
        assertThat(shell.say("erp:act notes.topics TEA archive --json")).contains("\"archived\" : true");
        assertThatThrownBy(() -> shell.say("erp:create notes.topics code=TEA name=Again"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aListSaysWhatItCanDo() throws Exception {
        assertThat(shell.say("erp:describe")).contains("notes.notes", "notes.topics", "close");
        var told = shell.say("erp:describe notes.notes");
        assertThat(told).contains("notes.note.close", "dueDate", "DATE", "OPEN, CLOSED", "status OPEN");
        assertThat(shell.say("erp:describe --json notes.notes")).contains("\"permissions\"");
    }

    @Test
    void whatIsTypedIsCompleted() throws Exception {
        shell.say("erp:create notes.notes title=Completed");
        assertThat(shell.offers("erp:show no")).contains("notes.notes", "notes.topics");
        assertThat(shell.offers("erp:show notes.notes ")).contains("Completed");
        assertThat(shell.offers("erp:act notes.notes Completed ")).contains("close", "notes-shout");
        assertThat(shell.offers("erp:create notes.notes title=X ")).contains("amount=", "notes_tag=");
        assertThat(shell.offers("erp:list notes.notes status=")).contains("status=OPEN", "status=CLOSED");
        assertThat(shell.offers("erp:change notes.topics TEA na")).containsExactly("name=");
    }

    @Test
    void optionsStandAnywhere() throws Exception {
        shell.say("erp:create notes.notes title=-1 --company Northwind");
        assertThat(titles("--limit 1 title=-1")).hasSize(1);
        assertThat(shell.say("erp:list notes.notes --limit=1 --json title=-1")).startsWith("[");
        assertThat(shell.say("erp:list notes.notes title=-1 --json --limit 1 | cat"))
                .startsWith("[");
        assertThat(shell.say("erp:create notes.notes -- title=--json")).contains("--json");
        assertThatThrownBy(() -> shell.say("erp:list notes.notes --nonsense")).hasMessageContaining("--nonsense");
        assertThatThrownBy(() -> shell.say("erp:show notes.notes")).hasMessageContaining("row is required");
    }
}
