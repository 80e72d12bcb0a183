package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.RunningErp;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.Law;

/** Modules come and go while others work, and the server keeps to itself. */
@Order(4)
@ExtendWith(Erps.Shared.class)
class LifeCycleIT {
    private static final String LOOPBACK = "0100007F";
    private static final String LOOPBACK_IN_SIX = "0000000000000000FFFF0000" + LOOPBACK;
    private static final String LISTENS = "0A";

    private RunningErp erp;

    @BeforeEach
    void boot(Erps erps) {
        erp = erps.on(Database.Kind.DERBY);
    }

    @Law(11)
    @Test
    void aModuleComesAndGoesAndNothingElseIsTouched() throws IOException {
        var trade = erp.trade();
        trade.on("crm", "warehouse", "accounting");
        trade.purge("accounting");
        var before = bundlesApartFromAccounting();
        var loggedBefore = Files.readString(log()).length();

        trade.on("accounting");
        assertThat(bundlesApartFromAccounting()).isEqualTo(before);
        trade.purge("accounting");
        assertThat(bundlesApartFromAccounting()).isEqualTo(before);
        assertThat(erp.rest().get("/api/accounting/trial-balance").is(409).code())
                .isEqualTo("erp.module.not-on");
        trade.on("accounting");

        var logged = Files.readString(log()).substring(loggedBefore);
        assertThat(logged).doesNotContain("Refreshing bundles").doesNotContain("| ERROR |");
    }

    /** The platform is not asked; it sees what is gone, says so, and has it back when it is told to. */
    @Law(11)
    @Test
    void aModuleTakenAwayAtTheConsoleIsMissedAndCanBeHadBackOrPurged() {
        var trade = erp.trade();
        trade.on("crm", "warehouse", "accounting");
        var books = trade.trialBalance();
        erp.told("feature:uninstall stepwise-accounting");
        Eventually.eventually(() -> assertThat(trade.state("accounting")).isEqualTo("missing"));
        assertThat(erp.told("erp:module-list")).contains("missing");
        assertThat(erp.rest().get("/api/state").is(200).body().toString()).contains("erp.state.module-missing");
        erp.told("erp:module-enable --wait accounting");
        assertThat(trade.trialBalance()).isEqualTo(books);

        erp.rest().post("/api/modules/accounting/disable", null).is(200);
        erp.told("bundle:uninstall org.stepwise.accounting");
        assertThat(trade.state("accounting")).isEqualTo("off");
        erp.told("erp:module-purge --confirm accounting accounting");
        assertThat(trade.state("accounting")).isEqualTo("available");
        erp.told("erp:module-enable --wait accounting");
        assertThat(trade.trialBalance()).isEqualTo(books);
    }

    @Test
    void aSecondStartOnTheSameHomeIsRefusedAndTheFirstGoesOn() {
        var first = erp.process().orElseThrow().pid();
        var second = erp.launch("run");
        assertThat(second.exitCode()).isNotZero();
        assertThat(second.said().strip().lines()).hasSize(1);
        assertThat(second.said()).contains("already runs on the home");
        assertThat(erp.process().orElseThrow().pid()).isEqualTo(first);
        erp.rest().get("/health").is(200);
    }

    @Test
    void onlyTheAddressAskedForIsListenedOn() throws IOException {
        var ports = new TreeSet<Integer>();
        for (var socket : listening()) {
            var local = socket.split("\\s+")[1].split(":");
            assertThat(local[0]).as("a socket open to others: " + socket).isIn(LOOPBACK, LOOPBACK_IN_SIX);
            ports.add(Integer.parseInt(local[1], 16));
        }
        var settings = Files.readString(erp.home().resolve("etc/custom.system.properties"));
        var console = Integer.parseInt(settings.replaceAll("(?s).*stepwise.console.port = (\\d+).*", "$1"));
        assertThat(ports).containsExactlyInAnyOrder(erp.port(), console);
    }

    @Law(11)
    @Test
    void whatKarafWasWritingWhenThePowerWentIsMadeAnew() throws IOException {
        var trade = erp.trade();
        trade.on("crm");
        for (var name : List.of("digraph.json", "state.json")) {
            erp.kill();
            Files.write(written(name), new byte[0]);
            erp.start();
            trade.untilOn("crm");
            assertThat(erp.told("feature:list -i")).contains("stepwise-crm");
        }
    }

    @Test
    void aServerThatDiedIsStartedAgainUpToALimit() throws IOException {
        erp.kill();
        erp.set("STEPWISE_RESTARTS", "1");
        erp.start();
        var first = erp.process().orElseThrow().pid();
        erp.die();
        Eventually.eventually(Duration.ofMinutes(2), () -> {
            assertThat(erp.launch("status").said()).startsWith("ready");
            assertThat(erp.process().orElseThrow().pid()).isNotEqualTo(first);
        });
        assertThat(erp.told("erp:status")).contains("masterdata");
        assertThat(erp.launch("run").said()).contains("already runs on the home");

        erp.die();
        Eventually.eventually(() -> assertThat(erp.launch("status").exitCode()).isEqualTo(3));
        assertThat(Files.readString(erp.home().resolve("log/start.log")))
                .contains("is started again in 1 s (1 of 1 times")
                .contains("2 times within ten minutes, the last time with code 137, and is not started again");
        erp.set("STEPWISE_RESTARTS", "5");
        erp.start();
    }

    @Test
    void aStartThatCameToNothingIsNotRepeated() {
        erp.kill();
        var start = erp.begin("run");
        Eventually.eventually(() -> assertThat(erp.process()).isPresent());
        erp.die();
        var ended = start.end();
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said()).contains("The server ended while starting");
        assertThat(erp.launch("status").exitCode()).isEqualTo(3);
        erp.start();
    }

    @Test
    void aServerThatWaitsToBeStartedAgainCanBeStopped() {
        erp.die();
        erp.launch("stop").well();
        assertThat(erp.launch("status").exitCode()).isEqualTo(3);
        erp.start();
    }

    @Test
    void aServerThatIsStoppedStaysStopped() {
        erp.launch("stop").well();
        assertThat(erp.launch("status").exitCode()).isEqualTo(3);
        assertThat(erp.process()).isEmpty();
        erp.start();
    }

    private Path written(String name) throws IOException {
        try (var files = Files.walk(erp.home().resolve("data/cache"), 3)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Id, state, start level, version and name of every bundle. */
    private List<String> bundlesApartFromAccounting() {
        return erp.told("bundle:list -t 0 -s")
                .lines()
                .filter(line -> line.contains("|") && !line.contains("org.stepwise.accounting.internal"))
                .map(String::strip)
                .toList();
    }

    private Path log() {
        return erp.home().resolve("log/karaf.log");
    }

    /** The sockets of the server's process on which it waits for others, as the kernel lists them. */
    private List<String> listening() throws IOException {
        var pid = erp.process().orElseThrow().pid();
        var mine = new TreeSet<String>();
        try (var open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (var each : open) {
                if (Files.isSymbolicLink(each)) {
                    mine.add(Files.readSymbolicLink(each).toString().replaceAll("socket:\\[(\\d+)]", "$1"));
                }
            }
        }
        return List.of("tcp", "tcp6").stream()
                .flatMap(kind -> lines(Path.of("/proc/" + pid + "/net/" + kind)))
                .map(String::strip)
                .filter(line -> line.split("\\s+")[3].equals(LISTENS))
                .filter(line -> mine.contains(line.split("\\s+")[9]))
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
