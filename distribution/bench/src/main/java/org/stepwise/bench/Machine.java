package org.stepwise.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** Where it was measured, as figures too: the unit says what a number cannot. */
final class Machine {
    private static final int SYNCS = 200;
    private static final int PAGE_BYTES = 8192;
    private static final double MEGABYTE = 1024 * 1024;

    private Machine() {}

    static List<Figure> figures() throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                Figure.of("machine.cores", system.getAvailableProcessors(), "cores, " + processor()),
                Figure.of("machine.memory", system.getTotalMemorySize() / MEGABYTE, "MB"),
                Figure.of("machine.java", Runtime.version().feature(), System.getProperty("java.vm.version")),
                Figure.of("machine.fdatasync", fdatasyncMilliseconds(), "ms, median of writing 8 kB"));
    }

    private static String processor() throws IOException {
        var file = Path.of("/proc/cpuinfo");
        if (Files.notExists(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** What a commit waits for; where the databases lie. */
    private static double fdatasyncMilliseconds() throws IOException {
        var file = Files.createTempFile("stepwise-bench-", ".sync");
        var nanoseconds = new long[SYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(PAGE_BYTES));
                long began = System.nanoTime();
                channel.force(false);
                nanoseconds[i] = System.nanoTime() - began;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanoseconds);
        return nanoseconds[SYNCS / 2] / 1e6;
    }
}
