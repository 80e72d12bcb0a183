package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Operations, as OpenAPI writes them. */
final class Operations {
    static final ObjectNode KEY = header("Idempotency-Key", "Names the intent: sent again it has no second effect");
    static final ObjectNode IF_MATCH =
            header("If-Match", "The ETag of the version that was read").put("required", true);

    private final String tag;

    Operations(String tag) {
        this.tag = tag;
    }

    /** @param id by which programs made of the document call it: it stays, and no other has it */
    ObjectNode operation(String id, String summary, List<ObjectNode> parameters, int status, ObjectNode answer) {
        var operation = Schemas.object().put("operationId", id).put("summary", summary);
        operation.putArray("tags").add(tag);
        parameters.forEach(operation.putArray("parameters")::add);
        var responses = operation.putObject("responses");
        var good = responses.putObject(Integer.toString(status)).put("description", "Done");
        good.putObject("content").putObject("application/json").set("schema", answer);
        var refused = responses.putObject("default").put("description", "Refused, with the reason");
        refused.putObject("content").putObject("application/problem+json").set("schema", Schemas.ref("Problem"));
        return operation;
    }

    static void body(ObjectNode operation, String type, ObjectNode schema) {
        operation.putObject("requestBody").putObject("content").putObject(type).set("schema", schema);
    }

    static ObjectNode path(String name) {
        return parameter(name, "path", null).put("required", true);
    }

    static ObjectNode query(String name, String description) {
        return parameter(name, "query", description);
    }

    /** How many there are to be at most. */
    static ObjectNode limit(int most) {
        var limit = parameter("limit", "query", "Entries a page, 1 to " + most);
        limit.set("schema", Schemas.whole().put("minimum", 1).put("maximum", most));
        return limit;
    }

    /** The same, as another type says it. */
    static ObjectNode typed(ObjectNode parameter, ObjectNode schema) {
        parameter.set("schema", schema);
        return parameter;
    }

    static ObjectNode header(String name, String description) {
        return parameter(name, "header", description);
    }

    private static ObjectNode parameter(String name, String in, String description) {
        var parameter = Schemas.object().put("name", name).put("in", in);
        if (description != null) {
            parameter.put("description", description);
        }
        parameter.set("schema", Schemas.text(null));
        return parameter;
    }
}
