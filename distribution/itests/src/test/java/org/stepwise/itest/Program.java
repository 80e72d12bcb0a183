package org.stepwise.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Program {
    private static final long LONGEST_SECONDS = 180;

    private Program() {}

    /** How it ended, and all that it said. */
    record Ended(int exitCode, String said) {}

    static Ended run(List<String> command, Map<String, String> environment, String input) {
        try {
            var output = Files.createTempFile("program", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, interrupted);
        }
    }

    /** Like {@link #run}, and it must end well. */
    static String say(List<String> command) {
        var ended = run(command, Map.of(), "");
        if (ended.exitCode() != 0) {
            throw new AssertionError(command + " ended with " + ended.exitCode() + ": " + ended.said());
        }
        return ended.said();
    }

    /** Where a program is; a test that needs it does not skip. */
    static String needed(String name) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return Path.of(folder, name).toString();
            }
        }
        throw new AssertionError(name + " is missing: install it (on Debian: apt-get install " + name + ")");
    }
}
