package org.stepwise.bom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** What a jar says of itself: only its small texts are kept. */
final class Jar {
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.(properties|xml)");
    private static final Pattern OF_ANOTHER =
            Pattern.compile("META-INF/licenses/([^/]+)/(.+)-([0-9.]+)/META-INF/LICENSE");
    private static final Pattern LICENCE = Pattern.compile("(?i)(META-INF/)?LICEN[SC]E(\\.md|\\.txt)?");
    private static final Pattern LICENSES = Pattern.compile("(?s)<license>(.*?)</license>");
    private static final Pattern FIELD = Pattern.compile("(?s)<(name|url)>(.*?)</");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final byte[] bytes;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();

    Jar(Path file) {
        try {
            bytes = Files.readAllBytes(file);
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (isOfInterest(entry.getName())) {
                        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        var unfolded = texts.getOrDefault(MANIFEST, "").replace("\r", "").replace("\n ", "");
        unfolded.lines().filter(line -> line.contains(": ")).forEach(line -> {
            int colon = line.indexOf(": ");
            headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
        });
    }

    private static boolean isOfInterest(String name) {
        return name.equals(MANIFEST)
                || name.endsWith("THIRD-PARTY.txt")
                || POM.matcher(name).matches()
                || LICENCE.matcher(name).matches()
                || OF_ANOTHER.matcher(name).matches();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All libraries that left a pom.properties in it: the jar itself, and what was merged into it. */
    List<Coordinates> built() {
        var found = new ArrayList<Coordinates>();
        texts.forEach((name, text) -> {
            if (name.endsWith("pom.properties")) {
                var properties = new Properties();
                try {
                    properties.load(new StringReader(text));
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                found.add(Coordinates.maven(
                        properties.getProperty("groupId"),
                        properties.getProperty("artifactId"),
                        properties.getProperty("version")));
            }
        });
        return found;
    }

    /** Libraries whose licence, and nothing else, was kept when they were merged into it. */
    Map<Coordinates, String> ofOthers() {
        var found = new TreeMap<Coordinates, String>();
        texts.forEach((name, text) -> {
            var path = OF_ANOTHER.matcher(name);
            if (path.matches()) {
                found.put(Coordinates.maven(path.group(1), path.group(2), path.group(3)), text);
            }
        });
        return found;
    }

    /** What its pom says, by name and address; empty when it leaves that to a parent. */
    List<List<String>> licencesInPom(Coordinates of) {
        var pom = texts.getOrDefault("META-INF/maven/" + of.group() + "/" + of.name() + "/pom.xml", "");
        return LICENSES.matcher(pom)
                .results()
                .map(each -> FIELD.matcher(each.group(1))
                        .results()
                        .map(field -> field.group(2).strip())
                        .toList())
                .toList();
    }

    /** The text of its own licence. */
    Optional<String> licenceText() {
        return texts.entrySet().stream()
                .filter(each -> LICENCE.matcher(each.getKey()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The list of what the screens are made of. */
    Optional<String> screens() {
        return texts.entrySet().stream()
                .filter(each -> each.getKey().endsWith("THIRD-PARTY.txt"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
