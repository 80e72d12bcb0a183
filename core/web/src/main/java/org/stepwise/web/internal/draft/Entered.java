package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.web.internal.form.FormReader;

/**
 * What somebody wants kept.
 *
 * @param title by which it is found again, or null
 * @param values as the form has them
 * @param left of what the form has no field for any more, what is to stay; null for all of it
 */
public record Entered(String title, ObjectNode values, ObjectNode left) {
    private static final Set<String> PARTS = Set.of("title", "values", "left");

    /** Refuses another shape, and a title that is none; values may be anything. */
    public static Entered parse(JsonNode body) {
        if (!body.isObject()) {
            throw malformed();
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!PARTS.contains(name)) {
                throw malformed();
            }
        });
        var left = object(body.path("left"));
        var values = object(body.path("values"));
        return new Entered(
                title(body.path("title")), values == null ? JsonNodeFactory.instance.objectNode() : values, left);
    }

    private static String title(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var title = node.isTextual() ? node.asText().strip() : "";
        var one = title.codePoints().noneMatch(Character::isISOControl);
        if (!node.isTextual() || title.length() > Bounds.TEXT || !one) {
            throw new Rejected(
                    FormReader.INVALID,
                    "\"title\" is to be one line of at most " + Bounds.TEXT + " characters; shorten it",
                    Map.of("title", "is to be one line of at most " + Bounds.TEXT + " characters"));
        }
        return title.isEmpty() ? null : title;
    }

    private static ObjectNode object(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw malformed();
    }

    private static Rejected malformed() {
        return new Rejected(
                "erp.request.malformed",
                "a draft is to be a JSON object with \"values\", by fields of the form, and if need be a \"title\"");
    }
}
