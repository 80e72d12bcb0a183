package org.stepwise.bom;

import java.util.List;

/**
 * A library in the distribution. {@code files}: the jars that are it, none for one inside another; {@code inside}: what
 * was merged into it.
 */
record Part(Coordinates coordinates, List<String> files, String sha256, Licensed licensed, List<Part> inside)
        implements Comparable<Part> {

    /** An SPDX expression, and the names of the files in which its licences stand. */
    record Licensed(String expression, List<String> texts) {}

    @Override
    public int compareTo(Part other) {
        return coordinates.compareTo(other.coordinates);
    }
}
