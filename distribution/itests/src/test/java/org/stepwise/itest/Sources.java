package org.stepwise.itest;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources of the project are, whichever folder a test is run from. */
final class Sources {
    private Sources() {}

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("distribution/launcher"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
