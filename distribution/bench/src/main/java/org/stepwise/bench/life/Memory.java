package org.stepwise.bench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process keeps in memory. */
final class Memory {
    private static final int KILOBYTES_A_MEGABYTE = 1024;

    private Memory() {}

    /** Its resident set, as the system counts it. */
    static double megabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / (double) KILOBYTES_A_MEGABYTE;
    }
}
