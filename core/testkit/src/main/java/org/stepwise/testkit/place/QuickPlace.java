package org.stepwise.testkit.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * For databases that nobody needs after a power cut: in memory where there is plenty of it, because each is hundreds of
 * files, and to make and delete them on a disk is most of the work of a short test. Otherwise among temporary files.
 */
public final class QuickPlace {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "stepwise-tests-";
    private static final String LOCK = "lock";
    private static final String AVAILABLE = "MemAvailable:";
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** Several JVMs test at once, and the servers of integration tests beside them. */
    private static final long PLENTY = 4 * GIGABYTE;

    /** With less others could soon miss it: what comes then goes to the disk. */
    private static final long HEADROOM = 2 * GIGABYTE;

    private static final Optional<Mine> MINE = mine();

    private QuickPlace() {}

    /** This JVM's part of the memory, with the lock that holds as long as somebody knows of it. */
    private record Mine(Path folder, FileLock lock) {}

    /** A folder of its own; who wanted it deletes it. */
    public static Path fresh() {
        try {
            return MINE.isPresent() && room() > HEADROOM
                    ? Files.createTempDirectory(MINE.get().folder(), "stepwise-")
                    : Files.createTempDirectory("stepwise-");
        } catch (IOException failure) {
            throw new UncheckedIOException("no directory for a database", failure);
        }
    }

    private static Optional<Mine> mine() {
        if (!Files.isWritable(MEMORY)) {
            return Optional.empty();
        }
        try {
            sweep();
            if (room() < PLENTY) {
                return Optional.empty();
            }
            var mine = Files.createTempDirectory(MEMORY, NAME);
            // Others must be able to go through it: PostgreSQL may run as somebody else.
            mine.toFile().setExecutable(true, false);
            var made = mine.resolve(LOCK + ".new");
            var lock = open(made).lock();
            // Nobody may find it without its owner.
            Files.move(made, mine.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(new Mine(mine, lock));
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** How much can be put there without anybody missing it. */
    private static long room() throws IOException {
        var space = Files.getFileStore(MEMORY).getUsableSpace();
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            var available = lines.filter(line -> line.startsWith(AVAILABLE))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
            return Math.min(space, available * 1024);
        }
    }

    /** What a JVM left that was killed would take memory for ever. */
    private static void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(MEMORY, NAME + "*")) {
            for (var folder : left) {
                var lock = folder.resolve(LOCK);
                // Without one it is just being made.
                if (Files.isWritable(lock) && isLeft(lock)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path lock) throws IOException {
        try (var channel = open(lock)) {
            return channel.tryLock() != null;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
