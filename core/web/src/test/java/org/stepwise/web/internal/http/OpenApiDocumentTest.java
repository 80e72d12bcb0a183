package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description for programs is one that the tools of others read, and tells what is answered. */
@ExtendWith(SharedDoor.class)
class OpenApiDocumentTest {
    private final Door door;

    OpenApiDocumentTest(Door door) {
        this.door = door;
    }

    private OpenAPI read() {
        var read = new OpenAPIV3Parser()
                .readContents(door.send(door.request("/api/openapi.json")).body());
        assertThat(read.getMessages()).isEmpty();
        return read.getOpenAPI();
    }

    @Test
    void everyOperationHasANameThatNoOtherHas() {
        var names = read().getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        assertThat(names)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .contains(
                        "notes_topics_list",
                        "notes_topics_find",
                        "notes_topics_create",
                        "notes_topics_change",
                        "notes_topics_archive",
                        "notes_topics_history",
                        "get_openapi_json");
    }

    @Test
    void numbersOfRowsAreNumbersAndFieldsSayWhatTheyAreCalled() {
        var paths = read().getPaths();
        var limit = paths.get("/notes/topics").getGet().getParameters().stream()
                .filter(parameter -> parameter.getName().equals("limit"))
                .findFirst()
                .orElseThrow();
        assertThat(limit.getSchema().getType()).isEqualTo("integer");
        var body = paths.get("/notes/topics").getPost().getRequestBody().getContent();
        var fields = properties(body.get("application/json").getSchema());
        assertThat(fields.get("hourlyPrice").getDescription()).isEqualTo("Hourly price");
        assertThat(fields.get("code").getDescription()).isEqualTo("Code");
    }

    @Test
    void aDocumentShowsNothingThatIsNotDescribed() {
        var made = door.send(door.json("/api/notes/topics", "POST", "{'code':'API','name':'For programs'}"));
        var shown = door.read(made);
        assertThat(shown.has("version")).as(made.body()).isTrue();
        var answer = read().getPaths()
                .get("/notes/topics/{id}")
                .getGet()
                .getResponses()
                .get("200");
        var described = properties(answer.getContent().get("application/json").getSchema());
        assertThat(names(shown)).isSubsetOf(described.keySet());
        assertThat(described.get("version").getType()).isEqualTo("integer");
        assertThat(described.get("usedBy").getType()).isEqualTo("array");
        assertThat(properties(described.get("usedBy").getItems())).containsKeys("list", "column", "rows", "more");
    }

    private static List<String> names(JsonNode shown) {
        return shown.properties().stream().map(Map.Entry::getKey).toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library's own types
    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        return (Map) schema.getProperties();
    }
}
