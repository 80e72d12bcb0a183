package org.stepwise.data.internal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tries a write until there is room for it. */
final class Patience {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long HARDLY_ANY_BYTES = 1024 * 1024;

    private final Path database;

    /** {@code database} is its directory; null for what belongs to none. */
    Patience(Path database) {
        this.database = database;
    }

    /** Something that may find no room; done again from its beginning, it has the same effect. */
    interface Write<T> {
        T run() throws IOException;
    }

    <T> T patiently(Write<T> write) throws IOException {
        var interrupted = false;
        var failed = false;
        try {
            while (true) {
                try {
                    return write.run();
                } catch (IOException failure) {
                    if (database == null || !isForLackOfRoom(failure)) {
                        throw failure;
                    }
                    if (failed) {
                        LockSupport.parkNanos(PAUSE);
                        // An interrupted thread would not pause at all.
                        interrupted |= Thread.interrupted();
                    }
                    failed = true;
                    throwOverboard();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One piece: whoever fills the disk stops when there is none left, and what is still aboard then is for us. */
    private void throwOverboard() {
        var pieces =
                database.resolveSibling(PatientStorageFactory.BALLAST).toFile().listFiles();
        if (pieces != null && pieces.length > 0 && !pieces[0].delete()) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The operating system says it in the language of whoever started the server, so it is looked at the disk too. */
    private boolean isForLackOfRoom(IOException failure) {
        var said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded") || hardlyAnyRoom();
    }

    private boolean hardlyAnyRoom() {
        try {
            return Files.getFileStore(database.getParent()).getUsableSpace() < HARDLY_ANY_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
