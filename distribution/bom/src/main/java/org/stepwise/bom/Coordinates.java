package org.stepwise.bom;

import java.nio.file.Path;
import java.util.Comparator;

/** What a part is called in its registry; {@code group} is a Maven group, or the scope of an npm package. */
record Coordinates(String type, String group, String name, String version) implements Comparable<Coordinates> {
    private static final String MAVEN = "maven";
    private static final String NPM = "npm";
    private static final int PARTS = 3;
    private static final Comparator<Coordinates> ORDER =
            Comparator.comparing(Coordinates::key).thenComparing(Coordinates::version);

    static Coordinates maven(String group, String name, String version) {
        return new Coordinates(MAVEN, group, name, version);
    }

    static Coordinates npm(String name, String version) {
        int slash = name.indexOf('/');
        return new Coordinates(NPM, name.substring(0, Math.max(slash, 0)), name.substring(slash + 1), version);
    }

    /** {@code group:name:version}, as a bundle's {@code Stepwise-Contains} has it. */
    static Coordinates parse(String text) {
        var parts = text.strip().split(":");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("\"" + text + "\" is not group:name:version");
        }
        return maven(parts[0], parts[1], parts[2]);
    }

    /** Of a jar that lies where a Maven repository would have it. */
    static Coordinates at(Path inRepository) {
        int version = inRepository.getNameCount() - 2;
        var group = inRepository.subpath(0, version - 1).toString().replace('/', '.');
        return maven(
                group,
                inRepository.getName(version - 1).toString(),
                inRepository.getName(version).toString());
    }

    String key() {
        return group.isEmpty() ? name : group + ":" + name;
    }

    String purl() {
        var namespace = group.isEmpty() ? "" : group.replace("@", "%40") + "/";
        return "pkg:" + type + "/" + namespace + name + "@" + version;
    }

    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }
}
