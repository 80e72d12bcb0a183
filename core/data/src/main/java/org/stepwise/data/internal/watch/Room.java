package org.stepwise.data.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The folder of the data: how much room its file system has, and whether it can be written. It is asked by whoever
 * takes a connection, and looks often enough to be ahead of what fills a disk.
 */
public final class Room {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    static final long MEGABYTE = 1024L * 1024;

    private final Path place;
    private final Limits limits;
    private volatile Look last;

    /**
     * How many megabytes shall be free.
     *
     * @param reserve with less nothing is written any more: what the database needs to end what it has begun
     * @param warning with less the administrator is warned
     */
    public record Limits(int reserve, int warning) {}

    /** What was seen, and when. */
    private record Look(long free, boolean writable, long nanos) {}

    public Room(Path place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    Path place() {
        return place;
    }

    boolean full() {
        return look().free < MEGABYTE * limits.reserve();
    }

    boolean nearlyFull() {
        return look().free < MEGABYTE * limits.warning();
    }

    boolean writable() {
        return look().writable;
    }

    /** In bytes. */
    long free() {
        return look().free;
    }

    private Look look() {
        var seen = last;
        if (seen == null || System.nanoTime() - seen.nanos > LOOK_EVERY_NANOS) {
            seen = lookNow();
            last = seen;
        }
        return seen;
    }

    private Look lookNow() {
        try {
            var there = nearest(place);
            long free = Files.getFileStore(there).getUsableSpace();
            return new Look(free, Files.isWritable(there), System.nanoTime());
        } catch (IOException unknown) {
            // Whoever writes will meet what is wrong with it.
            return new Look(Long.MAX_VALUE, true, System.nanoTime());
        }
    }

    /** A folder that is not there yet is made in the nearest one that is. */
    private static Path nearest(Path wanted) {
        var there = wanted;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
