package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.data.Id;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Users;

/** What roles are made of is known from the lists, in the language of whoever makes them. */
@ExtendWith(SharedDoor.class)
class PermissionsTest {
    private final Door door;

    PermissionsTest(Door door) {
        this.door = door;
    }

    private Map<String, String> permissions(String language) {
        var caller = new Caller(
                new Id(1),
                "test",
                door.company(),
                "rest",
                ZoneOffset.UTC,
                Locale.forLanguageTag(language),
                Set.of("*"));
        return door.platform()
                .service(Callers.class)
                .as(caller, () -> door.platform().service(Users.class).permissions());
    }

    @Test
    void whatAListAsksForIsKnownAndSaysWhatItAllows() {
        assertThat(permissions("en"))
                .containsEntry("notes.topic.read", "Topics: see")
                .containsEntry("notes.topic.record", "Topics: create, change, Archive, Take back into use")
                .containsEntry("notes.note.close", "Notes: Close")
                .containsEntry("erp.module.manage", "Enable, disable and purge modules");
    }

    @Test
    void itIsSaidInTheLanguageOfWhoeverAsks() {
        assertThat(permissions("de"))
                .containsEntry("erp.module.manage", "Module ein- und ausschalten und ihre Daten löschen")
                .hasEntrySatisfying("notes.topic.record", text -> assertThat(text)
                        .endsWith(": anlegen, ändern, Archivieren, Wieder verwenden"));
        assertThat(permissions("fr")).isEqualTo(permissions("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "de", "nl", "ru"})
    void thePlatformSaysTheSameInAllLanguages(String language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) throws IOException {
        try (var texts = Users.class.getClassLoader().getResourceAsStream("texts/" + language + ".json")) {
            var keys = new TreeSet<String>();
            new ObjectMapper().readTree(texts).fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }
}
