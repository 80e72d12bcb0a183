package org.stepwise.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part whose licence is not known, or comes without its text, does not get into the distribution. */
class BillTest {
    private static final Instant MOMENT = Instant.parse("2026-11-01T00:00:00Z");
    private static final String MIT =
            "Copyright (c) 2026 Ada\n\nPermission is hereby granted, " + "x".repeat(600) + "\n";

    @TempDir
    Path folder;

    @Test
    void aPartIsListedWithItsLicenceAndWhatIsInside() throws IOException {
        jar(
                "com.example",
                "shelf",
                Map.of(
                        "META-INF/MANIFEST.MF",
                        "Bundle-License: https://www.apache.org/licenses/LICENSE-2.0.txt;description=\"a, b\"\n"
                                + "Stepwise-Contains: org.flywaydb:flyway-co\n re:9.0.0\n",
                        "META-INF/maven/com.example/shelf/pom.properties",
                        "groupId=com.example\nartifactId=shelf\nversion=1.0\n",
                        "META-INF/maven/org.ops4j.base/lang/pom.properties",
                        "groupId=org.ops4j.base\nartifactId=lang\nversion=2\n"));
        bill();
        assertThat(folder.resolve("THIRD-PARTY.txt"))
                .content()
                .contains(
                        """
                com.example:shelf 1.0: Apache-2.0 (Apache-2.0.txt)
                    contains org.flywaydb:flyway-core 9.0.0: Apache-2.0 (Apache-2.0.txt)
                    contains org.ops4j.base:lang 2: Apache-2.0 (Apache-2.0.txt)
                """);
        assertThat(folder.resolve("licenses/Apache-2.0.txt")).content().contains("Grant of Patent License");
        assertThat(folder.resolve("bom.json")).content().contains("pkg:maven/com.example/shelf@1.0", "SHA-256");
    }

    @Test
    void theSameFilesGiveTheSameBill() throws IOException {
        jar("com.example", "shelf", Map.of("META-INF/MANIFEST.MF", "Bundle-License: Apache-2.0\n"));
        bill();
        var first = Files.readString(folder.resolve("bom.json"));
        bill();
        assertThat(folder.resolve("bom.json")).content().isEqualTo(first);
    }

    @Test
    void aLicenceThatNobodyKnowsStopsTheBuild() throws IOException {
        jar("com.example", "shelf", Map.of("META-INF/MANIFEST.MF", "Bundle-License: do as you like\n"));
        assertThatThrownBy(this::bill).hasMessageContaining("The licence of com.example:shelf:1.0 is not known");
    }

    @Test
    void oneUnknownLicenceOfTwoIsNotPassedOver() throws IOException {
        jar("com.example", "shelf", Map.of("META-INF/MANIFEST.MF", "Bundle-License: Apache-2.0, do as you like\n"));
        assertThatThrownBy(this::bill).hasMessageContaining("is not known");
    }

    @Test
    void aLicenceThatNamesItsHolderComesWithItsOwnText() throws IOException {
        jar("com.example", "shelf", Map.of("META-INF/MANIFEST.MF", "Bundle-License: MIT\n", "META-INF/LICENSE", MIT));
        bill();
        assertThat(folder.resolve("licenses/com.example.shelf.txt")).content().isEqualTo(MIT);
    }

    @Test
    void whereItsTextCanBeReadIsNotItsText() throws IOException {
        jar(
                "com.example",
                "shelf",
                Map.of(
                        "META-INF/MANIFEST.MF",
                        "Bundle-License: MIT\n",
                        "META-INF/LICENSE",
                        "See https://example.com/licence\n"));
        assertThatThrownBy(this::bill).hasMessageContaining("comes without its text");
    }

    @Test
    void aChoiceIsTakenByItsFirst() throws IOException {
        jar(
                "com.example",
                "shelf",
                Map.of(
                        "META-INF/MANIFEST.MF",
                        "Bundle-License: http://www.eclipse.org/legal/epl-2.0, "
                                + "https://www.gnu.org/software/classpath/license.html\n"));
        bill();
        assertThat(folder.resolve("THIRD-PARTY.txt"))
                .content()
                .contains("EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0 (EPL-2.0.txt)");
    }

    private void bill() {
        new Bill(new Shipped(folder)).write(folder, "1.0", MOMENT);
    }

    private void jar(String group, String name, Map<String, String> files) throws IOException {
        var place = folder.resolve("system")
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve("1.0");
        Files.createDirectories(place);
        try (var zip = new ZipOutputStream(Files.newOutputStream(place.resolve(name + "-1.0.jar")))) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
