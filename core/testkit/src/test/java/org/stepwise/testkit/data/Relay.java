package org.stepwise.testkit.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a client and a server, and is cut off and joined again: the server is away for this client alone. */
final class Relay implements AutoCloseable {
    private static final int WAITING = 50;

    private final int server;
    private final int port;
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private ServerSocket door;

    Relay(int server) {
        this.server = server;
        this.port = join(0);
    }

    int port() {
        return port;
    }

    void cut() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void join() {
        join(port);
    }

    private int join(int wanted) {
        try {
            door = new ServerSocket(wanted, WAITING, InetAddress.getLoopbackAddress());
            var opened = door;
            run(() -> answer(opened));
            return opened.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(ServerSocket opened) throws IOException {
        while (true) {
            var client = opened.accept();
            var behind = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(client);
            open.add(behind);
            run(() -> client.getInputStream().transferTo(behind.getOutputStream()));
            run(() -> behind.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // So ends whatever goes through it.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
    }
}
