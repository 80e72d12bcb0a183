package org.stepwise.web.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stepwise.testkit.container.Settings;
import org.stepwise.web.internal.http.FrontServlet;

/** A bare connection: for what no client would send. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Socket socket;

    public Wire(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** To the server of a door. */
    public Wire(WebServer server) {
        this(server.port());
    }

    /** With all defaults but for the values given. */
    public static WebServer server(FrontServlet front, Map<String, Object> values) {
        try {
            return new WebServer(front, Settings.of(WebServer.Config.class, values));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    public Wire send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** What comes until the other side closes; waits for it. */
    public String all() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** The first line that comes; empty when the other side closes without a word. */
    public String firstLine() {
        var line = new StringBuilder();
        try {
            for (var next = socket.getInputStream().read();
                    next >= 0 && next != '\n';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
