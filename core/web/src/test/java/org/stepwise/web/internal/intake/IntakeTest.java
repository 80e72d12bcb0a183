package org.stepwise.web.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.testkit.container.Settings;
import org.stepwise.web.internal.http.FrontServlet;
import org.stepwise.web.internal.http.PathServlet;
import org.stepwise.web.internal.problem.Problems;
import org.stepwise.web.internal.server.WebServer;
import org.stepwise.web.internal.server.Wire;

/** Bodies that are long, slow or many. The server has eight threads. */
class IntakeTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final List<Wire> wires = new ArrayList<>();
    private final Intake intake = new Intake(Settings.of(
            Intake.Config.class,
            Map.of(
                    "largestMegabytes", 4,
                    "graceSeconds", 1,
                    "memoryMegabytes", 1,
                    "filesMegabytes", 10,
                    "filesOfUserMegabytes", 6)));
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        var front = new FrontServlet();
        front.addServlet(new Taking());
        server = Wire.server(front, Map.of("threads", 8));
    }

    @AfterEach
    void close() throws Exception {
        wires.forEach(Wire::close);
        server.close();
        intake.close();
    }

    private Wire wire() {
        var wire = new Wire(server);
        wires.add(wire);
        return wire;
    }

    private static String head(String user, long length) {
        return "POST /take HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser: " + user + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 997);
        }
        return bytes;
    }

    private static String sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return bytes.length + " " + sum.getValue();
    }

    @Test
    void aBodyArrivesWholeInMemoryAndInAFile() {
        for (var length : new int[] {1, 100_000, MEGABYTE, MEGABYTE + 1, 4 * MEGABYTE}) {
            var body = bytes(length);
            assertThat(wire().send(head("1", length)).send(body).all()).endsWith(sum(body));
        }
    }

    @Test
    void aChunkedBodyArrivesToo() {
        var answer = wire().send("POST /take HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser: 1\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                .all();
        assertThat(answer).endsWith(sum("abcde".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aBodyThatIsTooLongIsRefusedByItsLength() {
        assertThat(wire().send(head("1", 4 * MEGABYTE + 1)).firstLine()).contains("413");
        assertThat(wire().send(head("nobody", 16 * 1024 + 1)).firstLine()).contains("413");
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefusedWhenItHasBeenSent() {
        var wire = wire().send("POST /take HTTP/1.1\r\nHost: x\r\nUser: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 5; i++) {
            wire.send("100000\r\n").send(bytes(MEGABYTE)).send("\r\n");
        }
        assertThat(wire.send("0\r\n\r\n").firstLine()).contains("413");
    }

    @Test
    void slowBodiesHoldNoThreadAndAreGivenUp() {
        var slow = new ArrayList<Wire>();
        for (int i = 0; i < 60; i++) {
            slow.add(wire().send(head(i % 2 == 0 ? "1" : "nobody", 1000)).send("a"));
        }
        assertThat(wire().send(head("2", 3)).send("abc").firstLine()).contains("200");
        assertThat(slow).allSatisfy(each -> assertThat(each.firstLine()).contains("408"));
    }

    @Test
    void bodiesUnderWayAreBoundedByUserAndInAll() {
        var held = new ArrayList<Wire>();
        for (int i = 0; i < 2; i++) {
            held.add(wire().send(head("1", 3 * MEGABYTE)).send(bytes(2 * MEGABYTE + MEGABYTE / 2)));
        }
        eventually(() -> assertThat(intake.inFiles()).isEqualTo(5L * MEGABYTE));
        assertThat(wire().send(head("1", 2 * MEGABYTE))
                        .send(bytes(2 * MEGABYTE))
                        .firstLine())
                .contains("429");
        eventually(() -> assertThat(intake.inFiles()).isEqualTo(5L * MEGABYTE));
        assertThat(wire().send(head("2", 4 * MEGABYTE))
                        .send(bytes(4 * MEGABYTE))
                        .firstLine())
                .contains("200");
        held.forEach(each -> each.send(bytes(MEGABYTE / 2)));
        assertThat(held).allSatisfy(each -> assertThat(each.firstLine()).contains("200"));
        eventually(() -> assertThat(wire().send(head("1", 4 * MEGABYTE))
                        .send(bytes(4 * MEGABYTE))
                        .firstLine())
                .contains("200"));
    }

    @Test
    void aBodyThatBreaksOffLeavesNothingBehind() {
        for (int i = 0; i < 20; i++) {
            wire().send(head("1", 3 * MEGABYTE)).send(bytes(2 * MEGABYTE)).close();
        }
        eventually(() -> assertThat(wire().send(head("1", 4 * MEGABYTE))
                        .send(bytes(4 * MEGABYTE))
                        .firstLine())
                .contains("200"));
    }

    /** Answers with the length and the sum of what it was sent; the header User says by whom. */
    private final class Taking extends PathServlet {
        private static final long serialVersionUID = 1L;

        Taking() {
            super("/take");
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var user = request.getHeader("User");
            try {
                if (Entry.of(request) == null
                        && !intake.admit(request, "nobody".equals(user) ? null : new Id(Long.parseLong(user)))) {
                    return;
                }
            } catch (Refusal refused) {
                response.setStatus(status(refused));
                return;
            }
            try (var entry = Entry.of(request)) {
                if (entry.refusal() == null) {
                    response.getWriter().print(sum(entry.open().readAllBytes()));
                } else {
                    response.setStatus(status(entry.refusal()));
                }
            }
        }

        private static int status(Throwable refused) {
            return Problems.of(refused).status();
        }
    }
}
