package org.stepwise.testkit.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.stepwise.data.Database;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

/** A second process that works on a database and is killed in the middle of it, as by kill -9. */
public final class Killed {
    private static final long LONGEST_SECONDS = 180;

    private Killed() {}

    /** Called by a migration, from within Derby. */
    public static void halt() {
        Runtime.getRuntime().halt(137);
    }

    public static void main(String[] arguments) throws SQLException {
        var store = Store.at(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "migrate" -> migrate(store);
            case "create" -> {
                var database = new EmbeddedDataSource();
                database.setDatabaseName(
                        store.directory().resolve("stepwise.new").toString());
                database.setCreateDatabase("create");
                database.getConnection().close();
                halt();
            }
            case "start" -> Platform.on(store).start().close();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    @SuppressWarnings("resource")
    private static void migrate(Store store) {
        var platform = Platform.on(store).start();
        platform.service(Database.class).migrate("broken", Killed.class.getClassLoader());
    }

    /** Runs one of the works in a process of its own; what it said is the result. */
    static Outcome run(String work, Path directory) throws IOException, InterruptedException {
        var said = Files.createTempFile("stepwise-", ".txt");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        work,
                        directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end: " + Files.readString(said));
        }
        var text = Files.readString(said);
        Files.delete(said);
        return new Outcome(process.exitValue(), text);
    }

    record Outcome(int exit, String said) {}
}
