package org.stepwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes, in memory, that fills up and is freed. Only root may have one. */
public final class SmallDisk implements AutoCloseable {
    private static final long LONGEST_SECONDS = 30;
    private static final int CHUNK = 64 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    private final Path place;
    private final Path filling;

    private SmallDisk(Path place) {
        this.place = place;
        this.filling = place.resolve("filling");
    }

    /** Why there can be none here; empty when there can. */
    public static String impossible() {
        try {
            mounted(Files.createTempDirectory("stepwise-disk-"), 1).close();
            return "";
        } catch (IOException | IllegalStateException refused) {
            return "a file system of a limited size can be mounted by root only: " + refused.getMessage();
        }
    }

    /** At the folder, which is made, of so many megabytes. */
    public static SmallDisk mounted(Path place, int megabytes) {
        try {
            Files.createDirectories(place);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=777", "stepwise", place.toString());
        return new SmallDisk(place);
    }

    public Path place() {
        return place;
    }

    /** Others take all room but so many megabytes; 0 leaves none at all. */
    public void fill(int leftMegabytes) {
        try (var out = Files.newOutputStream(filling)) {
            var chunk = new byte[CHUNK];
            while (free() > leftMegabytes * MEGABYTE) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (leftMegabytes > 0) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** In bytes. */
    public long free() {
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Others give back what they took. */
    public void empty() {
        try {
            Files.deleteIfExists(filling);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nobody may have a file open for writing. */
    public void readOnly(boolean now) {
        run("mount", "-o", "remount," + (now ? "ro" : "rw"), place.toString());
    }

    /** Takes it away, also from those who still use it. */
    @Override
    public void close() {
        run("umount", "--lazy", place.toString());
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (IOException failure) {
            throw new IllegalStateException(command[0] + " is not there", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
