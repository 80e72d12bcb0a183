package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.Sources;

/** The archive against the bill that comes with it, the licences that are allowed, and what is not to be in it. */
@Order(1)
class BillOfMaterialsIT {
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "OFL-1.1",
            "Unicode-3.0");
    private static final Pattern TAKEN_OUT =
            Pattern.compile("(?i)webconsole|websocket|undertow|tomcat|pax-web-(?!features)|jasper|sshd-scp|sshd-sftp"
                    + "|jetty-jmx|karaf\\.management|scr\\.management|jmxremote|equinox|org\\.eclipse\\.osgi|logback"
                    + "|groovy|configurator");
    private static final Pattern TAKEN_OUT_CLASS = Pattern.compile(
            "org/apache/(felix/webconsole|karaf/webconsole|sshd/(scp|sftp)|catalina|jasper)/.*|javax/websocket/.*");
    private static final Pattern SPOKEN_OF = Pattern.compile(
            "(?i)webconsole|websocket|tomcat|\\bscp\\b|sftp|jmx|equinox|logback|bin/(karaf|client|start)\\b");
    /** What keeps things out has to name them. */
    private static final Set<String> KEEP_OUT = Set.of("org.apache.karaf.features.xml", "org.apache.karaf.shell.cfg");

    /** Roots of packages that are not ours, and the library that they are of. */
    private static final Map<String, String> MERGED = Map.of(
            "org/flywaydb/", "org.flywaydb:flyway-core",
            "com/google/gson/", "com.google.code.gson:gson",
            "io/micrometer/", "io.micrometer:micrometer-core",
            "io/prometheus/metrics/", "io.prometheus:prometheus-metrics-core",
            "com/ibm/icu/", "com.ibm.icu:icu4j",
            "org/apache/derby/", "org.apache.derby:derby",
            "org/apache/tika/", "org.apache.tika:tika-core",
            "org/apache/commons/io/", "commons-io:commons-io",
            "javax/persistence/", "org.eclipse.persistence:javax.persistence",
            "org/apache/karaf/", "org.apache.karaf.shell:org.apache.karaf.shell.ssh");

    private static Path folder;
    private static JsonNode bill;

    @BeforeAll
    static void unpack() throws IOException {
        folder = Distribution.unpackedInto(Sources.root().resolve("distribution/itests/target/bill"));
        bill = new ObjectMapper().readTree(folder.resolve("bom.json").toFile());
    }

    @Test
    void theBillHasEachJarWithItsChecksumAndNothingElse() throws IOException {
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        var listed = new TreeMap<String, String>();
        for (var part : bill.path("components")) {
            var checksum = part.path("hashes").path(0);
            assertThat(checksum.path("alg").asText()).isEqualTo("SHA-256");
            properties(part, "stepwise:file")
                    .forEach(file -> listed.put(file, checksum.path("content").asText()));
        }
        var there = new TreeMap<String, String>();
        jars().forEach(jar -> there.put(folder.relativize(jar).toString(), sha256(jar)));
        assertThat(there).isNotEmpty();
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void eachPartIsUnderALicenceThatAllowsItWithItsText() throws IOException {
        var used = new HashSet<String>();
        for (var part : all()) {
            var texts = properties(part, "stepwise:licence-text");
            used.addAll(texts);
            assertThat(texts).as(name(part)).isNotEmpty().allSatisfy(text -> assertThat(folder.resolve(text))
                    .content()
                    .hasSizeGreaterThan(500));
            var chosen = licence(part).split(" OR ")[0].split(" AND ");
            assertThat(ALLOWED).as(name(part) + " is under " + licence(part)).contains(chosen);
        }
        try (var files = Files.list(folder.resolve("licenses"))) {
            assertThat(files.map(file -> folder.relativize(file).toString())).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void peopleReadTheSame() throws IOException {
        var list = Files.readString(folder.resolve("THIRD-PARTY.txt"));
        for (var part : all()) {
            assertThat(list).contains(name(part) + " " + part.path("version").asText() + ": " + licence(part) + " (");
        }
        assertThat(folder.resolve("LICENSE")).exists();
        assertThat(folder.resolve("NOTICE")).exists();
    }

    @Test
    void whatWasMergedIntoAJarIsListedWithIt() throws IOException {
        for (var part : bill.path("components")) {
            var inside = names(part.path("components"));
            for (var file : properties(part, "stepwise:file")) {
                var others = ofOthers(folder.resolve(file));
                others.remove(name(part));
                assertThat(inside).as("merged into " + file).containsAll(others);
            }
        }
    }

    @Test
    void theLibrariesOfTheScreensAreListed() throws IOException {
        var web = Stream.of(bill.path("components"))
                .flatMap(parts ->
                        Stream.iterate(0, i -> i < parts.size(), i -> i + 1).map(parts::get))
                .filter(part -> name(part).equals("org.stepwise:stepwise-web"))
                .findFirst()
                .orElseThrow();
        var listed = new TreeSet<String>();
        web.path("components").forEach(part -> listed.add(part.path("purl").asText()));
        var locked = new ObjectMapper()
                .readTree(Sources.root().resolve("core/web/package-lock.json").toFile())
                .path("packages");
        var file = Files.readString(Sources.root().resolve("core/web/src/main/ui/THIRD-PARTY.txt"));
        var headings = Pattern.compile("(?m)^(@?[a-z0-9/.-]+) (\\d+\\.\\d+\\.\\d+\\S*)$")
                .matcher(file)
                .results()
                .toList();
        assertThat(headings).isNotEmpty();
        for (var each : headings) {
            assertThat(locked.path("node_modules/" + each.group(1))
                            .path("version")
                            .asText())
                    .isEqualTo(each.group(2));
            assertThat(listed).contains("pkg:npm/" + each.group(1).replace("@", "%40") + "@" + each.group(2));
        }
    }

    @Test
    void whatNobodyUsesIsNotThere() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .noneMatch(file -> TAKEN_OUT.matcher(file).find());
        }
        for (var jar : jars()) {
            assertThat(entries(jar))
                    .as(jar.getFileName().toString())
                    .noneMatch(entry -> TAKEN_OUT_CLASS.matcher(entry).matches());
        }
    }

    @Test
    void noScriptAndNoSettingSpeaksOfWhatIsNotThere() throws IOException {
        for (var name : List.of("bin", "etc")) {
            try (var files = Files.walk(folder.resolve(name)).filter(Files::isRegularFile)) {
                assertThat(files)
                        .filteredOn(
                                file -> !KEEP_OUT.contains(file.getFileName().toString()))
                        .allSatisfy(file -> assertThat(file).content().doesNotContainPattern(SPOKEN_OF));
            }
        }
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** All parts, those inside of others too. */
    private static List<JsonNode> all() {
        var found = new ArrayList<JsonNode>();
        bill.path("components").forEach(part -> {
            found.add(part);
            part.path("components").forEach(found::add);
        });
        return found;
    }

    private static Set<String> names(JsonNode parts) {
        var names = new TreeSet<String>();
        parts.forEach(part -> names.add(name(part)));
        return names;
    }

    private static String name(JsonNode part) {
        var group = part.path("group").asText("");
        return group.isEmpty()
                ? part.path("name").asText()
                : group + ":" + part.path("name").asText();
    }

    private static String licence(JsonNode part) {
        var licence = part.path("licenses").path(0);
        return licence.path("license")
                .path("id")
                .asText(licence.path("expression").asText());
    }

    private static List<String> properties(JsonNode part, String name) {
        var values = new ArrayList<String>();
        part.path("properties").forEach(property -> {
            if (property.path("name").asText().equals(name)) {
                values.add(property.path("value").asText());
            }
        });
        return values;
    }

    /** Libraries that left their pom in the jar; in a jar of ours also those whose packages are there. */
    private static Set<String> ofOthers(Path jar) {
        var pom = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
        var found = new TreeSet<String>();
        var ours = jar.toString().contains("/org/stepwise/");
        for (var entry : entries(jar)) {
            var path = pom.matcher(entry);
            if (path.matches()) {
                found.add(path.group(1) + ":" + path.group(2));
            } else if (ours && entry.endsWith(".class") && !entry.startsWith("org/stepwise/")) {
                found.add(MERGED.entrySet().stream()
                        .filter(each -> entry.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("of nobody knows whom: " + entry));
            }
        }
        return found;
    }

    private static Set<String> entries(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
