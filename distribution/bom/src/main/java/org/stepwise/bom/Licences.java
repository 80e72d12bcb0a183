package org.stepwise.bom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cyclonedx.util.LicenseResolver;

/**
 * Which licence a part is under, as an SPDX expression: what it says of itself, as far as that can be understood, else
 * what stands in {@code parts.txt}. A part of which neither is known stops the build.
 */
final class Licences {
    /** Whoever holds the rights stands in the text of these: it is another one for each part. */
    private static final Set<String> NAME_THEIR_HOLDER = Set.of("MIT", "BSD-2-Clause", "BSD-3-Clause");

    private static final Pattern WHOLE =
            Pattern.compile("(Redistribution and use|Permission is hereby granted)[\\s\\S]{500}");

    private final Map<String, String> byName = table("names.txt");
    private final Map<String, String> byPart = table("parts.txt");

    /** {@code key = value}, one a line. */
    static Map<String, String> table(String resource) {
        return text(resource)
                .orElseThrow(() -> new IllegalStateException(resource))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(
                        each -> each[0].strip(), each -> each[1].strip(), (first, second) -> first, TreeMap::new));
    }

    /** {@code said}: for each licence that a part names, in order of trust, the ways in which it names it. */
    String of(Coordinates part, List<List<List<String>>> said) {
        var decided = byPart.get(part.key());
        if (decided != null) {
            return decided;
        }
        for (var source : said) {
            var understood = source.stream().map(this::understood).toList();
            if (!understood.isEmpty() && understood.stream().allMatch(Optional::isPresent)) {
                return understood.stream().map(Optional::get).distinct().collect(Collectors.joining(" OR "));
            }
        }
        for (var group = part.group(); !group.isEmpty(); group = parent(group)) {
            if (byPart.containsKey(group)) {
                return byPart.get(group);
            }
        }
        throw new IllegalStateException(
                "The licence of " + part.key() + ":" + part.version() + " is not known, it says " + said
                        + ": look it up and write it into distribution/bom, parts.txt (or names.txt).");
    }

    private static String parent(String group) {
        return group.substring(0, Math.max(0, group.lastIndexOf('.')));
    }

    private Optional<String> understood(List<String> names) {
        return names.stream().map(this::understood).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> understood(String name) {
        var known = byName.get(name.replaceFirst("^http:", "https:"));
        if (known != null) {
            return Optional.of(known);
        }
        var resolved = LicenseResolver.resolve(name, false);
        if (resolved == null
                || resolved.getLicenses() == null
                || resolved.getLicenses().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(resolved.getLicenses().get(0).getId());
    }

    /** The licences under which we hand it on: the first choice of those it offers. */
    static List<String> chosen(String expression) {
        return Arrays.asList(expression.split(" OR ")[0].split(" AND "));
    }

    /** The name of the file with the text of a licence, and the text. */
    record Text(String file, String text) {}

    /** {@code own}: the text that came with the part. */
    Text text(String licence, Coordinates part, Optional<String> own) {
        if (!NAME_THEIR_HOLDER.contains(licence)) {
            var general = text("/licenses/" + licence + ".txt")
                    .or(() -> text("texts/" + licence + ".txt"))
                    .orElseThrow(() -> new IllegalStateException("There is no text of the licence " + licence
                            + ", which " + part.key() + " is under: put it into distribution/bom, texts."));
            return new Text(licence + ".txt", general);
        }
        if (own.filter(Licences::isWhole).isPresent()) {
            return new Text(part.key().replace(':', '.').replace("@", "") + ".txt", own.get());
        }
        for (var name = part.group() + "." + part.name(); !name.isEmpty(); name = parent(name)) {
            var kept = text("texts/" + name + ".txt");
            if (kept.isPresent()) {
                return new Text(name + ".txt", kept.get());
            }
        }
        throw new IllegalStateException("The licence " + licence + " names who holds the rights, and " + part.key()
                + " comes without its text: put it into distribution/bom, texts.");
    }

    /** Some only say where theirs can be read. */
    private static boolean isWhole(String text) {
        return WHOLE.matcher(text).find();
    }

    private static Optional<String> text(String resource) {
        try (var in = Licences.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
