package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwise.web.internal.draft.DraftPages;

/** The paths of the drafts of one register. */
final class DraftPaths {
    private static final ObjectNode DRAFT = Operations.path("draft");

    private final Operations operations;
    private final Of of;
    private final ObjectNode form;
    private final ObjectNode document;

    /**
     * The register.
     *
     * @param id what the ids of its operations begin with
     */
    record Of(String id, String title) {}

    /**
     * @param form what may be entered
     * @param document what becomes of it
     */
    DraftPaths(Operations operations, Of of, ObjectNode form, ObjectNode document) {
        this.operations = operations;
        this.of = of;
        this.form = form;
        this.document = document;
    }

    void writeTo(ObjectNode paths, String root) {
        var all = paths.putObject(root + "/drafts");
        all.set(
                "get",
                operation(
                        "list",
                        "drafts that may be seen, the newest first",
                        List.of(Operations.limit(100), Operations.query("after", "The \"next\" of the page before")),
                        200,
                        Schemas.of(DraftPages.Page.class)));
        all.set("post", operation("keep", "keeps a draft", List.of(Operations.KEY), 201, draft()));
        Operations.body(all.withObject("/post"), "application/json", entered());
        var one = paths.putObject(root + "/drafts/{draft}");
        one.set("get", operation("find", "a draft", List.of(DRAFT), 200, draft()));
        one.set("put", operation("change", "changes a draft", List.of(DRAFT, Operations.IF_MATCH), 200, draft()));
        Operations.body(one.withObject("/put"), "application/json", entered());
        one.set("delete", operation("delete", "deletes a draft", List.of(DRAFT), 204, Schemas.object()));
        paths.putObject(root + "/drafts/{draft}/record")
                .set(
                        "post",
                        operation(
                                "record",
                                "creates what a draft says, and deletes it",
                                List.of(DRAFT, Operations.KEY),
                                201,
                                document));
    }

    private ObjectNode operation(String act, String what, List<ObjectNode> parameters, int status, ObjectNode answer) {
        return operations.operation(of.id() + "_" + act, of.title() + ": " + what, parameters, status, answer);
    }

    /** What is required of the real thing is not of a draft. */
    private ObjectNode values() {
        var values = form.deepCopy();
        values.remove("required");
        return values;
    }

    private ObjectNode entered() {
        var schema = Schemas.object().put("type", "object");
        var properties = schema.putObject("properties");
        properties.set("title", Schemas.text(null));
        properties.set("values", values());
        properties.set(
                "left",
                Schemas.object()
                        .put("type", "object")
                        .put("description", "Of what the form has no field for any more, what is to stay"));
        return schema;
    }

    private ObjectNode draft() {
        var schema = Schemas.of(DraftPages.Draft.class);
        schema.withObject("/properties").set("values", values());
        return schema;
    }
}
