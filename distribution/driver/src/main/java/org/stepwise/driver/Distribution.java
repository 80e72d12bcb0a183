package org.stepwise.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The archive that the build makes, unpacked. */
public final class Distribution {
    private Distribution() {}

    /** Unpacks it anew, because the archive may be. */
    public static Path unpackedInto(Path folder) {
        delete(folder);
        Program.say(List.of("mkdir", "-p", folder.toString()));
        Program.say(List.of("tar", "xzf", archive().toString(), "-C", folder.toString(), "--strip-components=1"));
        return folder;
    }

    /** The archive itself. */
    public static Path archive() {
        var folder = Sources.root().resolve("distribution/assembly/target");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no archive in " + folder + ": mvn package builds it"));
        } catch (IOException failure) {
            throw new UncheckedIOException("no distribution in " + folder + ": mvn package builds it", failure);
        }
    }

    /** Deletes a folder and all that is in it, if it is there. */
    public static void delete(Path folder) {
        Program.say(List.of("rm", "-rf", folder.toString()));
    }
}
