package org.stepwise.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.testkit.Store;

/** The CPU time of this process and, on PostgreSQL, of the server and all its processes, those that ended included. */
public final class CpuTime {
    private static final double TICKS_A_SECOND = 100; // of /proc: the same on every Linux
    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int ENDED_USER_TICKS = 13;
    private static final int ENDED_SYSTEM_TICKS = 14;

    private final OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final OptionalLong server;

    private CpuTime(OptionalLong server) {
        this.server = server;
    }

    public static CpuTime of(Store store) throws SQLException {
        return new CpuTime(
                store.kind() == Database.Kind.POSTGRESQL
                        ? OptionalLong.of(postmaster(store.url()))
                        : OptionalLong.empty());
    }

    /** The parent of any of its backends, which lives as long as the connection. */
    private static long postmaster(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return Long.parseLong(stat(rows.getLong(1))[PARENT]);
        }
    }

    public double seconds() {
        return own.getProcessCpuTime() / 1e9 + (server.isPresent() ? ofFamily(server.getAsLong()) : 0);
    }

    /** Of another process and its children, those that ended included. */
    public static double ofFamily(long pid) {
        return familyTicks(pid) / TICKS_A_SECOND;
    }

    private static long familyTicks(long pid) {
        var parent = String.valueOf(pid);
        var main = stat(pid);
        long ended = Long.parseLong(main[ENDED_USER_TICKS]) + Long.parseLong(main[ENDED_SYSTEM_TICKS]);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return ended
                    + ticks(main)
                    + processes
                            .filter(process -> Character.isDigit(
                                    process.getFileName().toString().charAt(0)))
                            .map(process ->
                                    stat(Long.parseLong(process.getFileName().toString())))
                            .filter(stat -> stat.length > ENDED_SYSTEM_TICKS && stat[PARENT].equals(parent))
                            .mapToLong(CpuTime::ticks)
                            .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException("/proc cannot be read", failure);
        }
    }

    private static long ticks(String[] stat) {
        return Long.parseLong(stat[USER_TICKS]) + Long.parseLong(stat[SYSTEM_TICKS]);
    }

    /** The fields after the name, which may have blanks; none when the process has ended meanwhile. */
    private static String[] stat(long pid) {
        try {
            var text = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
