package org.stepwise.web.internal.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Register;
import org.stepwise.web.internal.form.Forms;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.ListGrammar;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.RowNames;

/**
 * What the console does with any register: through the same forms, checks and permissions as REST, with rows called as
 * people call them.
 */
@Component(service = RegisterDesk.class)
public final class RegisterDesk {
    private final Registers registers;
    private final Documents documents;
    private final Forms forms;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public RegisterDesk(@Reference Registers registers, @Reference Documents documents, @Reference Forms forms) {
        this.registers = registers;
        this.documents = documents;
        this.forms = forms;
    }

    /**
     * What a list is asked for.
     *
     * @param where conditions, {@code column=value} or {@code column:operator:value}
     * @param sort columns, {@code -} before one for descending
     * @param limit rows; they are read page by page
     */
    public record Asked(List<String> where, List<String> sort, int limit) {}

    public Register register(String name) {
        return registers.named(name);
    }

    /** Rows by name of column. */
    public List<Map<String, Object>> list(String name, Asked asked) {
        var register = registers.named(name);
        var description = register.description();
        var names = new RowNames(registers);
        var filters = asked.where().stream()
                .map(each -> each.matches("\\w+:[a-z]+:(?s:.*)") ? each : names.condition(description, each))
                .toList();
        var rows = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var limit = Math.min(asked.limit() - rows.size(), asked.limit() > 0 ? ListGrammar.MOST : 0);
            var query = ListGrammar.parse(
                    description, Map.of("limit", List.of("" + limit), "sort", asked.sort(), "filter", filters));
            var page = register.list(after == null ? query : query.after(after));
            rows.addAll(page.items());
            after = page.next();
        } while (after != null && rows.size() < asked.limit());
        return rows;
    }

    /** A row as REST shows it. */
    public JsonNode show(String name, String row) {
        var register = registers.named(name);
        return shown(register, registers.row(name, row));
    }

    private JsonNode shown(Register register, Id id) {
        return mapper.valueToTree(documents.view(id, register.find(id)));
    }

    /** The row as it is now; its id alone where it is gone. */
    private JsonNode after(Register register, Id id) {
        return mapper.valueToTree(documents.shown(register, id).view());
    }

    public JsonNode create(String name, List<String> words) {
        var register = registers.named(name);
        var description = register.description();
        require(description, description.create(), "created");
        return after(register, register.create(entered(description, words).form(body -> forms.create(register, body))));
    }

    /** What is left out stays as it is at this moment. */
    public JsonNode change(String name, String row, List<String> words) {
        var register = registers.named(name);
        var description = register.description();
        require(description, description.change(), "changed");
        var id = registers.row(name, row);
        var form = entered(description, words).form(body -> forms.change(register, id, body));
        register.change(id, register.find(id).version(), form);
        return after(register, id);
    }

    public JsonNode act(String name, String row, String wanted, List<String> words) {
        var register = registers.named(name);
        var verb = verb(register.description(), wanted)
                .orElseThrow(() -> new NotFound(
                        "erp.register.no-verb",
                        name + " knows no \"" + Quoted.of(wanted) + "\"; it knows "
                                + String.join(", ", verbs(register.description()))));
        var id = registers.row(name, row);
        var form = Typed.of(registers, verb.fields(), null, words).form(body -> forms.act(register, id, verb, body));
        register.act(id, wanted, -1, form);
        return after(register, id);
    }

    private Typed.Entered entered(Description description, List<String> words) {
        return Typed.of(registers, description.fields(), description.lines(), words);
    }

    public static List<String> verbs(Description description) {
        return description.verbs().stream().map(Description.Verb::name).toList();
    }

    public static Optional<Description.Verb> verb(Description description, String name) {
        return description.verbs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** The fields of a form, {@code create} or {@code change}. */
    public static Stream<Field> fields(Description description, String on) {
        return description.fields().stream()
                .filter(field -> field.on().equals("both") || field.on().equals(on));
    }

    private static void require(Description description, String permission, String done) {
        if (permission == null) {
            throw new NotFound("erp.register.no-form", "nothing can be " + done + " in " + description.name());
        }
    }

    /** What a row is called and how it stands, in one line that begins with its id. */
    public static String line(Description description, JsonNode row) {
        var names = Stream.concat(
                RowNames.column(description).map(column -> column.name()).stream(), Stream.of("status", "state"));
        return Stream.concat(Stream.of("id"), names)
                .map(name -> row.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .reduce((left, right) -> left + "  " + right)
                .orElse("");
    }
}
