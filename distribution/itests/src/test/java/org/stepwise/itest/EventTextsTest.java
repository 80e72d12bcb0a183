package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;

/** In a history every event is called what its reader calls it, and so are its fields. */
class EventTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "az", "nl", "ru"})
    void everyEventAndEachOfItsFieldsHasAText(String language) throws IOException {
        var missing = new TreeSet<String>();
        for (var event : events()) {
            var texts = texts(event, language);
            var type = event.getAnnotation(EventType.class).value();
            var name = type.substring(type.indexOf('.') + 1);
            fields(event)
                    .filter(field -> !texts.has(field) && !texts.has(name + "." + field))
                    .forEach(field -> missing.add(type + ": " + field));
            if (!texts.has(name)) {
                missing.add(type);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.stepwise").stream()
                        .filter(type -> type.isAnnotatedWith(EventType.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static JsonNode texts(Class<?> event, String language) throws IOException {
        try (var file = event.getResourceAsStream("texts/" + language + ".json")) {
            assertThat(file).as("texts beside %s", event.getName()).isNotNull();
            return new ObjectMapper().readTree(file);
        }
    }

    /** Those of its lines, too. */
    private static Stream<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> Stream.concat(Stream.of(component.getName()), ofLines(component)));
    }

    private static Stream<String> ofLines(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType several
                ? Arrays.stream(several.getActualTypeArguments()).flatMap(EventTextsTest::ofLine)
                : Stream.empty();
    }

    private static Stream<String> ofLine(Type line) {
        return line instanceof Class<?> type && type.isRecord() && type != Id.class ? fields(type) : Stream.empty();
    }
}
