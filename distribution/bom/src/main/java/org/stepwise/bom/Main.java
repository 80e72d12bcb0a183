package org.stepwise.bom;

import java.nio.file.Path;
import java.time.Instant;

/** Writes the bill into a distribution that is about to be packed: FOLDER VERSION MOMENT. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        new Bill(new Shipped(folder)).write(folder, arguments[1], Instant.parse(arguments[2]));
    }
}
