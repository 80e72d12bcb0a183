package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.internal.chain.Chain;
import org.stepwise.web.internal.history.Timeline;
import org.stepwise.web.internal.register.Texts;

/** The paths of one register. */
final class RegisterPaths {
    private final Description description;
    private final Texts.Speaker texts;
    private final Operations operations;

    RegisterPaths(Description description, Texts.Speaker texts) {
        this.description = description;
        this.texts = texts;
        this.operations = new Operations(description.module());
    }

    void writeTo(ObjectNode paths) {
        var root = "/" + description.module() + "/" + description.plural();
        var title = texts.say(description.plural() + ".title", description.plural());
        var all = paths.putObject(root);
        all.set("get", list(title));
        var one = paths.putObject(root + "/{id}");
        one.set("get", operations.operation("A document of " + title, id(), 200, document()));
        paths.putObject(root + "/{id}/history").set("get", history(title));
        paths.putObject(root + "/{id}/chain").set("get", chain(title));
        if (description.create() != null) {
            all.set("post", operations.operation("Creates in " + title, List.of(Operations.KEY), 201, document()));
            Operations.body(all.withObject("/post"), "application/json", form("create"));
            var imports = operations.operation(
                    "Creates what a CSV file holds, all of it or nothing",
                    List.of(Operations.KEY, Operations.query("dry-run", "Creates nothing")),
                    200,
                    Schemas.object());
            Operations.body(imports, "text/csv", Schemas.text(null));
            paths.putObject(root + "/import").set("post", imports);
            new DraftPaths(operations, title, form("create"), document()).writeTo(paths, root);
        }
        if (description.change() != null) {
            one.set(
                    "put",
                    operations.operation(
                            "Changes in " + title, List.of(id().get(0), Operations.IF_MATCH), 200, document()));
            Operations.body(one.withObject("/put"), "application/json", form("change"));
        }
        for (var verb : description.verbs()) {
            var act = operations.operation(
                    title + ": " + texts.say(description.plural() + "." + verb.name(), verb.name(), verb.name()),
                    List.of(id().get(0), Operations.KEY),
                    200,
                    document());
            Operations.body(act, "application/json", Schemas.form(verb.fields()));
            paths.putObject(root + "/{id}/" + verb.name()).set("post", act);
        }
    }

    private ObjectNode history(String title) {
        var parameters = List.of(
                id().get(0),
                Operations.query("limit", "Entries a page, 1 to 200"),
                Operations.query("after", "The \"next\" of the page before"));
        return operations.operation(
                title + ": what happened to it, the newest first", parameters, 200, Schemas.of(Timeline.Page.class));
    }

    private ObjectNode chain(String title) {
        return operations.operation(
                title + ": the documents that it came from, and those that it led to",
                id(),
                200,
                Schemas.of(Chain.View.class));
    }

    private ObjectNode list(String title) {
        var page = Schemas.object().put("type", "object");
        var properties = page.putObject("properties");
        properties.set("items", Schemas.list(Schemas.row(description.columns())));
        properties.set("next", Schemas.text(null).put("nullable", true));
        var parameters = new ArrayList<>(List.of(
                Operations.query("limit", "Rows a page, 1 to 500"),
                Operations.query("after", "The \"next\" of the page before"),
                Operations.query("sort", "Column names by comma, - before one for descending"),
                Operations.query("filter", "column:operator:value; may be repeated")));
        if (description.lines() != null) {
            parameters.add(Operations.query("lines", "true: CSV has the lines of the documents too"));
        }
        var operation = operations.operation(title, parameters, 200, page);
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

    private ObjectNode document() {
        var schema = Schemas.row(description.columns());
        if (description.lines() != null) {
            var lines = Schemas.list(Schemas.row(description.lines().columns()));
            schema.withObject("/properties").set(description.lines().name(), lines);
        }
        return schema;
    }

    private ObjectNode form(String on) {
        var schema = Schemas.form(on(on, description.fields()));
        if (on.equals("change")) {
            // What a change leaves out stays as it is.
            schema.remove("required");
        }
        if (description.lines() != null) {
            var lines = Schemas.list(Schemas.form(on(on, description.lines().fields())));
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
