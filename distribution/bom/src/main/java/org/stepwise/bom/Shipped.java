package org.stepwise.bom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stepwise.bom.Part.Licensed;

/** All that a distribution holds: the jars in its folders, and what is inside of them. */
final class Shipped {
    private static final Path REPOSITORY = Path.of("system");
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
    private static final Map<String, String> NOT_TOLD = Licences.table("inside.txt");

    private final Path folder;
    private final Licences licences = new Licences();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<Coordinates, Part> parts = new TreeMap<>();

    Shipped(Path folder) {
        this.folder = folder;
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(this::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be read", failure);
        }
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** The texts of all licences, by the names of their files. */
    Map<String, String> texts() {
        return texts;
    }

    private void add(Path file) {
        var path = folder.relativize(file);
        var jar = new Jar(file);
        var coordinates = path.startsWith(REPOSITORY)
                ? Coordinates.at(REPOSITORY.relativize(path))
                : named(path.getFileName().toString(), jar);
        var one = new Part(
                coordinates,
                List.of(path.toString()),
                jar.sha256(),
                licensed(coordinates, List.of(inManifest(jar), jar.licencesInPom(coordinates)), jar.licenceText()),
                inside(coordinates, jar));
        parts.merge(coordinates, one, Shipped::both);
    }

    /** The same jar may lie in two folders. */
    private static Part both(Part one, Part other) {
        if (!one.sha256().equals(other.sha256())) {
            throw new IllegalStateException(one.files() + " and " + other.files() + " are to be the same, and differ");
        }
        var files = new ArrayList<>(one.files());
        files.addAll(other.files());
        return new Part(one.coordinates(), files, one.sha256(), one.licensed(), one.inside());
    }

    /** Of a jar that does not lie where a Maven repository would have it, but says what it is. */
    private static Coordinates named(String file, Jar jar) {
        return jar.built().stream()
                .filter(each -> file.equals(each.name() + "-" + each.version() + ".jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " does not say which library it is"));
    }

    private List<Part> inside(Coordinates jarItself, Jar jar) {
        var found = new TreeSet<Part>();
        var others = new TreeSet<>(jar.built());
        jar.header("Stepwise-Contains").ifPresent(list -> parse(list, others));
        Optional.ofNullable(NOT_TOLD.get(jarItself.key() + ":" + jarItself.version()))
                .ifPresent(list -> parse(list, others));
        others.removeIf(each -> each.key().equals(jarItself.key()));
        for (var each : others) {
            found.add(merged(each, licensed(each, List.of(jar.licencesInPom(each)), Optional.empty())));
        }
        jar.ofOthers().forEach((each, text) -> found.add(merged(each, licensed(each, List.of(), Optional.of(text)))));
        jar.screens().stream().map(Screens::in).flatMap(List::stream).forEach(each -> {
            var said = List.of(List.of(List.of(each.licence())));
            found.add(merged(each.coordinates(), licensed(each.coordinates(), said, Optional.of(each.text()))));
        });
        return List.copyOf(found);
    }

    private static void parse(String list, TreeSet<Coordinates> into) {
        Arrays.stream(list.split(",")).map(Coordinates::parse).forEach(into::add);
    }

    private static Part merged(Coordinates coordinates, Licensed licensed) {
        return new Part(coordinates, List.of(), null, licensed, List.of());
    }

    private Licensed licensed(Coordinates part, List<List<List<String>>> said, Optional<String> ownText) {
        var expression = licences.of(part, said);
        var names = new ArrayList<String>();
        for (var licence : Licences.chosen(expression)) {
            var text = licences.text(licence, part, ownText);
            texts.put(text.file(), text.text());
            names.add(text.file());
        }
        return new Licensed(expression, names);
    }

    /** The clauses of Bundle-License: a name or an address, and after it directives that tell more. */
    private static List<List<String>> inManifest(Jar jar) {
        return jar.header("Bundle-License").stream()
                .flatMap(header -> CLAUSE.matcher(header).results())
                .map(clause -> clause.group().split(";"))
                .map(clause -> Arrays.stream(clause)
                        .map(each -> each.strip().replaceFirst("^link=", "").replace("\"", ""))
                        .toList())
                .toList();
    }
}
