package org.stepwise.web.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwise.web.internal.http.FrontServlet;
import org.stepwise.web.internal.http.PathServlet;

/** What the server says and bears before anybody is asked for. */
class WebServerTest {
    private static final List<String> HEADERS = List.of(
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: same-origin",
            "Content-Security-Policy: default-src");

    private final FrontServlet front = new FrontServlet();
    private WebServer server;

    @BeforeEach
    void open() throws ServletException {
        front.addServlet(new Telling());
        server = Wire.server(
                front, Map.of("headerSeconds", 1, "trustedProxies", new String[] {"127.0.0.1", "10.0.0.0/8"}));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private String answer(String request) {
        try (var wire = new Wire(server.port())) {
            return wire.send(request).all();
        }
    }

    private String told(String headers) {
        return answer("GET /who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @Test
    void everyAnswerHasTheSecurityHeadersJettysOwnIncluded() {
        var requests = Map.of(
                "GET /who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "200",
                "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "503",
                "POST /who HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "405",
                "TRACE /who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "405",
                "GET /who HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "400",
                "GET /who HTTP/1.1\r\n\r\n",
                "400",
                "GET /w ho HTTP/1.1\r\nHost: x\r\n\r\n",
                "400",
                "nonsense\r\n\r\n",
                "400",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "414",
                "GET /who HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "431");
        requests.forEach((request, status) ->
                assertThat(answer(request)).startsWith("HTTP/1.1 " + status).contains(HEADERS));
    }

    @Test
    void whatJettyRefusesIsAProblemToo() {
        assertThat(answer("GET /who HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"))
                .contains("Content-Type: application/problem+json")
                .contains("\"code\":\"erp.request.malformed\"")
                .doesNotContain("Jetty");
    }

    @Test
    void anAddressIsTheSameWithASlashAtItsEnd() {
        assertThat(answer("GET /who/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void trustedProxiesAreBelievedFromTheRight() {
        assertThat(told("")).endsWith("127.0.0.1 http");
        assertThat(told("X-Forwarded-For: 1.2.3.4, 5.6.7.8\r\nX-Forwarded-Proto: https\r\n"))
                .endsWith("5.6.7.8 https");
        assertThat(told("X-Forwarded-For: 1.2.3.4, 5.6.7.8, 10.0.0.9\r\n")).endsWith("5.6.7.8 http");
        assertThat(told("Forwarded: for=\"[2001:db8::7]:4711\";proto=https\r\n"))
                .endsWith("[2001:db8:0:0:0:0:0:7] https");
        assertThat(told("Forwarded: for=9.9.9.9, for=8.8.8.8;proto=https\r\n")).endsWith("8.8.8.8 https");
        assertThat(told("Forwarded: for=unknown;proto=http\r\n")).endsWith("127.0.0.1 http");
        assertThat(told("X-Forwarded-For: nonsense\r\n")).endsWith("127.0.0.1 http");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        server.close();
        server = Wire.server(front, Map.of());
        assertThat(told("X-Forwarded-For: 5.6.7.8\r\nX-Forwarded-Proto: https\r\n"))
                .endsWith("127.0.0.1 http");
        assertThat(told("Forwarded: for=5.6.7.8;proto=https\r\n")).endsWith("127.0.0.1 http");
    }

    @Test
    void aConnectionWhoseHeadersDoNotComeIsClosed() {
        try (var silent = new Wire(server.port());
                var half = new Wire(server.port());
                var second = new Wire(server.port())) {
            half.send("GET /who HTTP/1.1\r\nHost:");
            second.send("GET /who HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(second.firstLine()).isEqualTo("HTTP/1.1 200 OK");
            second.send("GET /who HTTP/1.1\r\nHos");
            assertThat(silent.all()).isEmpty();
            assertThat(half.all()).isEmpty();
            assertThat(second.all()).endsWith("127.0.0.1 http");
        }
    }

    /** Who asks, as it finds it. */
    private static final class Telling extends PathServlet {
        private static final long serialVersionUID = 1L;

        Telling() {
            super("/who");
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + (request.isSecure() ? "https" : "http"));
        }
    }
}
