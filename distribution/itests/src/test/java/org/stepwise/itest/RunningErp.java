package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stepwise.itest.Program.Ended;

/**
 * The distribution at work on a home of its own. It is started, asked at the console and stopped by the launcher's own
 * parts, so that what is tested is what people run.
 */
final class RunningErp implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FOUNDED = LocalDate.now(ZONE).minusDays(40);
    private static final Pattern PASSWORD = Pattern.compile("one-time password: (\\S+)");

    private final Path distribution;
    private final Path home;
    private final int port = freePort();
    private final Rest anonymous = new Rest("http://127.0.0.1:" + port, null);
    private String password;
    private Rest rest;

    /** {@code settings}: what stands in etc/org.stepwise.data.cfg; null for what the distribution brings. */
    RunningErp(Path distribution, Path home, String settings) {
        this.distribution = distribution;
        this.home = home;
        if (settings != null) {
            write(home.resolve("etc/org.stepwise.data.cfg"), settings);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it and waits until it is ready. */
    void start() {
        var started = launch("run");
        assertThat(started.exitCode()).as(started.said()).isZero();
        var told = PASSWORD.matcher(started.said());
        if (told.find()) {
            password = told.group(1);
        }
    }

    /** As a power cut does it. */
    void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    void restart() {
        kill();
        start();
    }

    /** One command of the console. */
    Ended console(String command) {
        var answer = launch("console", command);
        var said = answer.said().replaceAll("\u001B\\[[0-9;]*m", "").replaceAll("(?m)^client: JAVA_HOME.*\\R", "");
        return new Ended(answer.exitCode(), said);
    }

    /** What a command answered that must have ended well. */
    String told(String command) {
        var answer = console(command);
        assertThat(answer.exitCode()).as(command + ": " + answer.said()).isZero();
        return answer.said();
    }

    /** As the administrator, with an API token made at the console. */
    Rest rest() {
        if (rest == null) {
            rest = anonymous.with(lastLine(told("erp:token-create")));
        }
        return rest;
    }

    /** As somebody who has not logged in. */
    Rest nobody() {
        return anonymous;
    }

    /** The business done over REST by the administrator. */
    Trade trade() {
        return new Trade(rest());
    }

    /** One verb of the launcher on this home. */
    Ended launch(String... verb) {
        var command = new ArrayList<>(List.of(
                "bash",
                Sources.root()
                        .resolve("distribution/itests/src/test/resources/launch.sh")
                        .toString(),
                Sources.root().toString(),
                distribution.toString(),
                home.toString(),
                Integer.toString(port)));
        command.addAll(List.of(verb));
        var company = " -Dstepwise.company.name=Northwind -Dstepwise.company.currency=EUR -Dstepwise.company.zone="
                + ZONE + " -Dstepwise.company.founded=" + FOUNDED;
        return Program.run(
                command, Map.of("JAVA_HOME", System.getProperty("java.home"), "EXTRA_JAVA_OPTS", company.strip()), "");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    /** The one-time password that the first start told. */
    String password() {
        return password;
    }

    Optional<ProcessHandle> process() {
        var file = home.resolve("run/pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        var stopped = launch("stop");
        assertThat(stopped.exitCode()).as(stopped.said()).isZero();
    }

    static String lastLine(String text) {
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
