package org.stepwise.web.internal.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.ListCompleter;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;
import org.stepwise.web.internal.typed.RegisterDesk;

/** What lists there are, and what can be done with one. */
@Service
@Command(
        scope = "erp",
        name = "describe",
        description = "Says which lists there are, or of one its columns, fields, verbs and permissions")
@Parsing(OptionsAnywhere.class)
public final class DescribeCommand extends CompanyCommand {
    @Reference
    Registers registers;

    @Reference
    Texts texts;

    @Argument(name = "register", description = "The list, such as crm.orders; all of them without it")
    @Completion(ListCompleter.class)
    String register;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var tables = register == null ? all() : one(registers.named(register).description());
        if (json) {
            var answer = new LinkedHashMap<String, Object>();
            tables.forEach((name, table) -> answer.put(name, table.rows()));
            printJson(answer);
            return;
        }
        tables.forEach((name, table) -> {
            if (!table.rows().isEmpty()) {
                say(tables.size() == 1 ? "" : "\n" + name);
                table.print(out());
            }
        });
    }

    private Map<String, Listing> all() {
        var listing = new Listing("name", "title", "create", "change", "verbs");
        for (var each : registers.open()) {
            var description = each.description();
            listing.row(
                    description.name(),
                    texts.of(each, "en").say(description.plural() + ".title", description.plural()),
                    description.create() == null ? null : "yes",
                    description.change() == null ? null : "yes",
                    String.join(", ", RegisterDesk.verbs(description)));
        }
        return Map.of("registers", listing);
    }

    private static Map<String, Listing> one(Description description) {
        var tables = new LinkedHashMap<String, Listing>();
        tables.put("permissions", permissions(description));
        tables.put("columns", columns(description.columns()));
        tables.put("fields", fields(description.fields()));
        if (description.lines() != null) {
            tables.put(description.lines().name(), fields(description.lines().fields()));
        }
        tables.put("verbs", verbs(description.verbs()));
        description.verbs().forEach(verb -> tables.put(verb.name(), fields(verb.fields())));
        return tables;
    }

    private static Listing permissions(Description description) {
        var listing = new Listing("to", "permission");
        listing.row("read", description.read());
        if (description.create() != null) {
            listing.row("create", description.create());
        }
        if (description.change() != null) {
            listing.row("change", description.change());
        }
        return listing;
    }

    private static Listing verbs(List<Description.Verb> verbs) {
        var listing = new Listing("verb", "when", "permission", "fields");
        verbs.forEach(verb -> listing.row(
                verb.name(),
                verb.when().entrySet().stream()
                        .map(each -> each.getKey() + " " + String.join(" or ", each.getValue()))
                        .collect(Collectors.joining(", ")),
                verb.permission(),
                verb.fields().stream().map(Field::name).collect(Collectors.joining(", "))));
        return listing;
    }

    private static Listing columns(List<Column> columns) {
        var listing = new Listing("column", "type", "filter", "sort", "of");
        columns.forEach(column -> listing.row(
                column.name(),
                column.type(),
                column.filter() ? "yes" : null,
                column.sort() ? "yes" : null,
                of(column.register(), column.choices())));
        return listing;
    }

    private static Listing fields(List<Field> fields) {
        var listing = new Listing("field", "type", "required", "on", "of");
        fields.forEach(field -> listing.row(
                field.name(),
                field.type(),
                field.required() ? "yes" : null,
                field.on().equals("both") ? null : field.on(),
                of(field.register(), field.choices())));
        return listing;
    }

    /** To which list it refers, or what can be chosen. */
    private static String of(String register, List<String> choices) {
        return Stream.concat(Stream.ofNullable(register), choices.stream()).collect(Collectors.joining(", "));
    }
}
