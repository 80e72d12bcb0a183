package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stepwise.driver.Sources;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.record.Described;
import org.stepwise.record.RecordName;
import org.stepwise.testkit.Law;

/** docs/doors.md lists every fact and its hand doors as the types of the facts declare them. */
class DoorsTest {
    private static final int EVENT = 2;
    private static final int HAND_DOOR = 4;
    private static final Pattern TYPE = Pattern.compile("`([a-z]*)(\\.[a-z-]+)`");
    private static final Map<String, String> TITLES =
            Map.of("crm", "CRM", "masterdata", "master data", "warehouse", "warehouse", "accounting", "accounting");

    @Law(10)
    @Test
    void theDocumentListsTheDoorsThatTheTypesDeclare() throws IOException {
        assertThat(documented()).isEqualTo(declared());
    }

    /** Event type to the modules with a hand door. */
    private static Map<String, Set<String>> declared() {
        var found = new TreeMap<String, Set<String>>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.stepwise")) {
            if (type.isAssignableTo(Fact.class) && type.isAnnotatedWith(EventType.class)) {
                var declared = type.getAnnotationOfType(EventType.class);
                found.put(declared.value(), new TreeSet<>(Arrays.asList(declared.doors())));
            }
            if (type.isAnnotatedWith(Described.class)) {
                found.put(RecordName.of(type.reflect()).type(), Set.of());
            }
        }
        return found;
    }

    private static Map<String, Set<String>> documented() throws IOException {
        var found = new TreeMap<String, Set<String>>();
        for (var row : Files.readAllLines(Sources.root().resolve("docs/doors.md"))) {
            var cells = row.split("\\|");
            if (cells.length <= HAND_DOOR || !cells[EVENT].contains("`")) {
                continue;
            }
            var doors = new TreeSet<String>();
            TITLES.forEach((module, title) -> {
                if (cells[HAND_DOOR].strip().startsWith(title + ":")) {
                    doors.add(module);
                }
            });
            var owner = "";
            var types = TYPE.matcher(cells[EVENT]);
            while (types.find()) {
                owner = types.group(1).isEmpty() ? owner : types.group(1);
                found.put(owner + types.group(2), doors);
            }
        }
        return found;
    }
}
