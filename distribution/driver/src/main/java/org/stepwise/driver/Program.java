package org.stepwise.driver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program at work. */
public final class Program {
    private static final long LONGEST_SECONDS = 180;
    private static final File NOTHING = new File("/dev/null");

    private final List<String> command;
    private final Process process;
    private final Path output;

    private Program(List<String> command, Process process, Path output) {
        this.command = command;
        this.process = process;
        this.output = output;
    }

    /** How it ended, and all that it said. */
    public record Ended(int exitCode, String said) {
        /** It must have ended well. */
        public Ended well() {
            if (exitCode != 0) {
                throw new AssertionError("ended with " + exitCode + ": " + said);
            }
            return this;
        }
    }

    /** Starts it without waiting for its end. */
    public static Program begin(List<String> command, Map<String, String> environment) {
        try {
            var output = Files.createTempFile("program", ".out");
            output.toFile().deleteOnExit();
            var builder = new ProcessBuilder(command)
                    .redirectInput(NOTHING)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Program(command, builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs it to its end, which must be a good one. */
    public static String say(List<String> command) {
        return begin(command, Map.of()).end().well().said();
    }

    /** Waits for its end. */
    public Ended end() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said: " + Files.readString(output));
            }
            var said = Files.readString(output);
            Files.delete(output);
            return new Ended(process.exitValue(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, interrupted);
        }
    }

    /** Where a program is; a test that needs it does not skip. */
    public static String needed(String name) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return Path.of(folder, name).toString();
            }
        }
        throw new AssertionError(name + " is missing: install it (on Debian: apt-get install " + name + ")");
    }
}
