package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Register;
import org.stepwise.web.internal.chain.Chain;
import org.stepwise.web.internal.csv.CsvImport;
import org.stepwise.web.internal.history.Timeline;
import org.stepwise.web.internal.register.Texts;

/** The paths of one register. */
final class RegisterPaths {
    private static final Set<String> COMMON = Set.of("list", "find", "create", "change", "import", "history", "chain");

    private final Register register;
    private final Description description;
    private final Texts.Speaker texts;
    private final Operations operations;

    RegisterPaths(Register register, Texts.Speaker texts) {
        this.register = register;
        this.description = register.description();
        this.texts = texts;
        this.operations = new Operations(description.module());
    }

    /** Such as {@code crm_orders_confirm}; a verb that is called as what every register has is one for all that. */
    private String named(String act) {
        return (description.name() + "." + act).replace('.', '_').replace('-', '_');
    }

    private String verb(String name) {
        return named(COMMON.contains(name) ? name + ".verb" : name);
    }

    private String says(String name, String title) {
        return texts.say(description.plural() + "." + name, name, title);
    }

    void writeTo(ObjectNode paths) {
        var root = "/" + description.module() + "/" + description.plural();
        var title = texts.say(description.plural() + ".title", description.plural());
        var all = paths.putObject(root);
        all.set("get", list(title));
        var one = paths.putObject(root + "/{id}");
        one.set("get", operations.operation(named("find"), "A document of " + title, id(), 200, document()));
        paths.putObject(root + "/{id}/history").set("get", history(title));
        paths.putObject(root + "/{id}/chain").set("get", chain(title));
        if (description.create() != null) {
            all.set("post", creation(title));
            paths.putObject(root + "/import").set("post", imports());
            new DraftPaths(operations, new DraftPaths.Of(named("draft"), title), form("create"), document())
                    .writeTo(paths, root);
        }
        if (description.change() != null) {
            one.set("put", change(title));
        }
        for (var verb : description.verbs()) {
            paths.putObject(root + "/{id}/" + verb.name()).set("post", act(title, verb));
        }
    }

    private ObjectNode creation(String title) {
        var creation =
                operations.operation(named("create"), "Creates in " + title, List.of(Operations.KEY), 201, document());
        Operations.body(creation, "application/json", form("create"));
        return creation;
    }

    private ObjectNode imports() {
        var dryRun = Operations.typed(Operations.query("dry-run", "Creates nothing"), Schemas.flag());
        var imports = operations.operation(
                named("import"),
                "Creates what a CSV file holds, all of it or nothing",
                List.of(Operations.KEY, dryRun),
                200,
                Schemas.of(CsvImport.Outcome.class));
        Operations.body(imports, "text/csv", Schemas.text(null));
        return imports;
    }

    private ObjectNode change(String title) {
        var parameters = List.of(id().get(0), Operations.IF_MATCH);
        var change = operations.operation(named("change"), "Changes in " + title, parameters, 200, document());
        Operations.body(change, "application/json", form("change"));
        return change;
    }

    private ObjectNode act(String title, Description.Verb verb) {
        var act = operations.operation(
                verb(verb.name()),
                title + ": " + says(verb.name(), verb.name()),
                List.of(id().get(0), Operations.KEY),
                200,
                document());
        Operations.body(act, "application/json", Schemas.form(verb.fields(), this::says));
        return act;
    }

    private ObjectNode history(String title) {
        var parameters = List.of(
                id().get(0), Operations.limit(200), Operations.query("after", "The \"next\" of the page before"));
        return operations.operation(
                named("history"),
                title + ": what happened to it, the newest first",
                parameters,
                200,
                Schemas.of(Timeline.Page.class));
    }

    private ObjectNode chain(String title) {
        return operations.operation(
                named("chain"),
                title + ": the documents that it came from, and those that it led to",
                id(),
                200,
                Schemas.of(Chain.View.class));
    }

    private ObjectNode list(String title) {
        var page = Schemas.object().put("type", "object");
        var properties = page.putObject("properties");
        properties.set("items", Schemas.list(Schemas.row(description.columns(), this::says)));
        properties.set("next", Schemas.text(null).put("nullable", true));
        var parameters = new ArrayList<>(List.of(
                Operations.limit(500),
                Operations.query("after", "The \"next\" of the page before"),
                Operations.query("sort", "Column names by comma, - before one for descending"),
                Operations.query("filter", "column:operator:value; may be repeated")));
        if (description.lines() != null) {
            parameters.add(Operations.query("lines", "true: CSV has the lines of the documents too"));
        }
        var operation = operations.operation(named("list"), title, parameters, 200, page);
        operation
                .withObject("/responses")
                .withObject("/200")
                .withObject("/content")
                .putObject("text/csv");
        return operation;
    }

    private static List<ObjectNode> id() {
        return List.of(Operations.path("id"));
    }

    private String says(Field field) {
        return says(field.name(), field.title());
    }

    private String says(Column column) {
        return says(column.name(), column.title());
    }

    /** Its columns, what is entered of it, and what the register shows besides. */
    private ObjectNode document() {
        var schema = Schemas.row(description.columns(), this::says);
        var properties = schema.withObject("/properties");
        var lines = description.lines();
        if (lines != null) {
            properties.set(lines.name(), Schemas.list(Schemas.row(lines.columns(), this::says)));
        }
        register.shown().forEach((name, type) -> {
            var shown = Schemas.of(type);
            var known = properties.path(name);
            if (known.path("type").equals(shown.path("type")) && !shown.has("items")) {
                return;
            }
            if (!(type instanceof Class<?> plain && plain.isPrimitive())) {
                shown.put("nullable", true);
            }
            properties.set(name, shown.put("description", says(name, name)));
        });
        return schema;
    }

    private ObjectNode form(String on) {
        var schema = Schemas.form(on(on, description.fields()), this::says);
        if (on.equals("change")) {
            // What a change leaves out stays as it is.
            schema.remove("required");
        }
        if (description.lines() != null) {
            var lines = Schemas.list(Schemas.form(on(on, description.lines().fields()), this::says));
            schema.withObject("/properties").set(description.lines().name(), lines);
        }
        return schema;
    }

    private static List<Field> on(String on, List<Field> fields) {
        return fields.stream()
                .filter(field -> field.on().equals("both") || field.on().equals(on))
                .toList();
    }
}
