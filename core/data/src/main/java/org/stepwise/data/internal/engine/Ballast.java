package org.stepwise.data.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.stepwise.data.internal.storage.PatientStorageFactory;

/**
 * A file that only takes up room. On a disk that others have filled to the last byte it is thrown overboard, so that
 * Derby has what it needs to start again: without, nothing could even be read until somebody frees something.
 */
final class Ballast {
    private static final int BYTES = 8 * 1024 * 1024;
    private static final int CHUNK = 256 * 1024;

    private final Path file;

    Ballast(Path directory) {
        this.file = directory.resolve(PatientStorageFactory.BALLAST);
    }

    /** Takes it aboard, if it is not and there is plenty of room beside it. */
    void take(long freeBytes) {
        if (freeBytes > 4L * BYTES && Files.notExists(file)) {
            try (var out = Files.newOutputStream(file)) {
                // By chance, because some file systems take no room for zeros.
                var chunk = new byte[CHUNK];
                for (int written = 0; written < BYTES; written += CHUNK) {
                    ThreadLocalRandom.current().nextBytes(chunk);
                    out.write(chunk);
                }
            } catch (IOException failure) {
                drop();
            }
        }
    }

    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
