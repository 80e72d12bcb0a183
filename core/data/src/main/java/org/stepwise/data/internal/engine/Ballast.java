package org.stepwise.data.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.stepwise.data.internal.storage.PatientStorageFactory;

/**
 * Files that only take up room. On a disk that others have filled to the last byte they are thrown overboard one by
 * one, as what is being written needs it: thrown at once, whoever fills the disk would take all of it.
 */
final class Ballast {
    private static final int PIECES = 32;
    private static final int PIECE = 256 * 1024;
    private static final long BYTES = (long) PIECES * PIECE;

    private final Path folder;
    private boolean ended;

    Ballast(Path directory) {
        this.folder = directory.resolve(PatientStorageFactory.BALLAST);
    }

    /** Takes aboard what is missing, if there is plenty of room beside it. */
    synchronized void take(long freeBytes) {
        var aboard = folder.toFile().list();
        if (ended || freeBytes <= 4 * BYTES || aboard != null && aboard.length == PIECES) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < PIECES; i++) {
                take(folder.resolve(Integer.toString(i)));
            }
        } catch (IOException failure) {
            drop();
        }
    }

    private static void take(Path piece) throws IOException {
        if (Files.notExists(piece)) {
            // By chance, because some file systems take no room for zeros.
            var bytes = new byte[PIECE];
            ThreadLocalRandom.current().nextBytes(bytes);
            Files.write(piece, bytes);
        }
    }

    /** Takes nothing aboard any more: whoever closes the database may delete its directory. */
    synchronized void end() {
        ended = true;
    }

    void drop() {
        try {
            for (int i = 0; i < PIECES; i++) {
                Files.deleteIfExists(folder.resolve(Integer.toString(i)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
