package org.stepwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stepwise.data.Database;
import picocli.CommandLine.ParseResult;

/** Measures in a JVM of its own, with the settings that the distribution starts with. */
final class Fork {
    private static final Set<String> OWN = Set.of("--database", "--json");

    private final ParseResult asked;

    Fork(ParseResult asked) {
        this.asked = asked;
    }

    List<Figure> measured(Benchmark benchmark, Database.Kind database) throws IOException, InterruptedException {
        var json = Files.createTempFile("stepwise-bench-", ".json");
        try {
            var process = new ProcessBuilder(command(benchmark, database, json))
                    .inheritIO()
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(
                        benchmark.name() + " failed on " + Databases.name(database) + " with exit code " + code);
            }
            return Report.read(json);
        } finally {
            Files.delete(json);
        }
    }

    private List<String> command(Benchmark benchmark, Database.Kind database, Path json) {
        var heap = System.getenv("STEPWISE_HEAP");
        var classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx" + Objects.requireNonNullElse(heap, "512m"),
                heap == null ? "-XX:+UseSerialGC" : "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(options());
        command.addAll(List.of(
                benchmark.name(), "--in-this-jvm", "--database", Databases.name(database), "--json", json.toString()));
        return command;
    }

    /** The sizes that the caller asked for. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        for (var option : asked.matchedOptions()) {
            if (!OWN.contains(option.longestName())) {
                option.originalStringValues().forEach(value -> options.add(option.longestName() + "=" + value));
            }
        }
        return options;
    }
}
