package org.stepwise.driver;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources of the project are, whichever folder a test is run from. */
public final class Sources {
    private Sources() {}

    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("distribution/launcher"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
