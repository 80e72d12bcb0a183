package org.stepwise.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stepwise.driver.Program.Ended;

/**
 * The distribution at work on a home of its own. It is started, asked at the console and stopped by the launcher's own
 * parts, so that what is tested is what people run.
 */
public final class RunningErp implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final LocalDate FOUNDED = LocalDate.now(ZONE).minusDays(40);
    private static final String CHOSEN = "eight blue kettles";
    private static final Pattern PASSWORD = Pattern.compile("one-time password: (\\S+)");

    private final Path distribution;
    private final Path home;
    private final int port = freePort();
    private final Map<String, String> environment = new HashMap<>();
    private final Rest anonymous = new Rest("http://127.0.0.1:" + port);
    private String oneTimePassword;
    private Rest rest;

    /** {@code settings}: what stands in etc/org.stepwise.data.cfg; null for what the distribution brings. */
    public RunningErp(Path distribution, Path home, String settings) {
        this.distribution = distribution;
        this.home = home;
        if (settings != null) {
            write(home.resolve("etc/org.stepwise.data.cfg"), settings);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        heard(launch("run").well());
    }

    /** A start may tell the one-time password. */
    public void heard(Ended start) {
        var told = PASSWORD.matcher(start.said());
        if (told.find()) {
            oneTimePassword = told.group(1);
        }
    }

    /** As a power cut does it: with the server ends who would start it again, and who is just starting it. */
    public void kill() {
        for (var left = holders(); !left.isEmpty(); left = holders()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().join());
        }
    }

    /** All that have the lock of the home, which the launcher opens under this number and hands on. */
    private List<ProcessHandle> holders() {
        var lock = home.resolve("run/lock").toAbsolutePath();
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        var open = Path.of("/proc", Long.toString(process.pid()), "fd", "9");
                        return Files.readSymbolicLink(open).equals(lock);
                    } catch (IOException notOpenOrEnded) {
                        return false;
                    }
                })
                .toList();
    }

    /** The server alone, as it ends when it runs out of memory. */
    public void die() {
        var server = process().orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** What the launcher finds in its environment from now on. */
    public void set(String variable, String value) {
        environment.put(variable, value);
    }

    public void restart() {
        kill();
        start();
    }

    /** One line of the console, or a command with each of its arguments. */
    public Ended console(String... command) {
        var verb = new ArrayList<>(List.of("console"));
        verb.addAll(List.of(command));
        var answer = launch(verb.toArray(String[]::new));
        var said = answer.said().replaceAll("\u001B\\[[0-9;]*m", "").replaceAll("(?m)^client: JAVA_HOME.*\\R", "");
        return new Ended(answer.exitCode(), said);
    }

    /** What a command answered that must have ended well. */
    public String told(String... command) {
        return console(command).well().said();
    }

    /** As the administrator, with an API token made at the console. */
    public Rest rest() {
        if (rest == null) {
            rest = anonymous.with(lastLine(told("erp:token-create")));
        }
        return rest;
    }

    /** As somebody who has not logged in. */
    public Rest nobody() {
        return anonymous;
    }

    /** The business done over REST by the administrator. */
    public Trade trade() {
        return new Trade(rest());
    }

    /** One verb of the launcher on this home. */
    public Ended launch(String... verb) {
        return begin(verb).end();
    }

    /** As {@link #launch}, without waiting for its end. */
    public Program begin(String... verb) {
        var script = Sources.root().resolve("distribution/driver/src/main/resources/launch.sh");
        var command = new ArrayList<>(List.of(
                "bash",
                script.toString(),
                Sources.root().toString(),
                distribution.toString(),
                home.toString(),
                Integer.toString(port)));
        command.addAll(List.of(verb));
        var company = "-Dstepwise.company.name=Northwind -Dstepwise.company.currency=EUR -Dstepwise.company.zone="
                + ZONE + " -Dstepwise.company.founded=" + FOUNDED;
        var options = company + " " + System.getProperty("stepwise.server.options", "");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("EXTRA_JAVA_OPTS", options);
        return Program.begin(command, environment);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    /** The administrator's own, chosen in the one session that the password opens which the first start told. */
    public synchronized String password() {
        if (oneTimePassword != null) {
            anonymous.login("admin", oneTimePassword).choose(oneTimePassword, CHOSEN);
            oneTimePassword = null;
        }
        return CHOSEN;
    }

    /** The server, while it lives; whoever else has its number by now is not it. */
    public Optional<ProcessHandle> process() {
        var pid = read(home.resolve("run/pid")).strip();
        return !pid.isEmpty() && read(Path.of("/proc", pid, "cmdline")).contains("-Dkaraf.base=" + home + "\0")
                ? ProcessHandle.of(Long.parseLong(pid))
                : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notThere) {
            return "";
        }
    }

    @Override
    public void close() {
        launch("stop").well();
    }

    /** The company's business date. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    public static String lastLine(String text) {
        var lines = text.strip().split("\\R");
        return lines[lines.length - 1].strip();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
