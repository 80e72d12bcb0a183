package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwise.testkit.container.Settings;
import org.stepwise.web.internal.server.WebServer;

/** What answers comes and goes while requests are under way. */
class FrontServletTest {
    private final FrontServlet front = new FrontServlet();
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        server = new WebServer(front, Settings.of(WebServer.Config.class, Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void anAddressIsAnsweredByWhoKnowsMostOfIt() throws Exception {
        add("/*", "/api/*", "/api/live");
        assertThat(get("/api").body()).isEqualTo("/api/* at /api, null");
        assertThat(get("/api/crm/orders").body()).isEqualTo("/api/* at /api, /crm/orders");
        assertThat(get("/api/live").body()).isEqualTo("/api/live at /api/live, null");
        assertThat(get("/api/live/more").body()).isEqualTo("/api/* at /api, /live/more");
        assertThat(get("/").body()).isEqualTo("/* at , /");
        assertThat(get("/apis").body()).isEqualTo("/* at , /apis");
    }

    @Test
    void whatComesLaterThanThePageIsAskedForAgain() throws Exception {
        assertStarting("/");
        add("/*");
        assertThat(get("/orders").body()).isEqualTo("/* at , /orders");
        assertStarting("/api/crm/orders");
        assertStarting("/health");
        assertStarting("/metrics");
        assertStarting("/ui/shell/1/shell.js");
        add("/health");
        assertThat(get("/health").body()).isEqualTo("/health at /health, null");
    }

    @Test
    void whatIsReplacedDoesNotTakeItsSuccessorAway() throws Exception {
        var before = new Naming("/health");
        front.addServlet(before);
        add("/health");
        front.removeServlet(before);
        assertThat(get("/health").body()).isEqualTo("/health at /health, null");
    }

    private void assertStarting(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("erp.server.starting");
    }

    private void add(String... patterns) throws ServletException {
        for (var pattern : patterns) {
            front.addServlet(new Naming(pattern));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var port = server.port();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Tells its pattern and what it sees of the path. */
    private static final class Naming extends PathServlet {
        private static final long serialVersionUID = 1L;

        private final String name;

        Naming(String pattern) {
            super(pattern);
            this.name = pattern;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            assertThat(getServletConfig()).isNotNull();
            response.getWriter().print(name + " at " + request.getServletPath() + ", " + request.getPathInfo());
        }
    }
}
