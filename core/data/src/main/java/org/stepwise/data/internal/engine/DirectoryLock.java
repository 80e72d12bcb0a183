package org.stepwise.data.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process out, also while the first one is still creating; the operating system frees it on a kill. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new IllegalStateException("the database in " + directory
                        + " is in use by another Stepwise server: stop that one first, or give this one another"
                        + " directory in etc/org.stepwise.data.cfg");
            }
            return new DirectoryLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("the directory " + directory + " cannot be locked", failure);
        }
    }

    private static FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the lock on the database's directory cannot be given back", failure);
        }
    }
}
