package org.stepwise.torture.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All connections of an attack, in the hands of one thread that never waits for any of them. */
final class Hose implements AutoCloseable {
    private static final int SMALL_WINDOW = 2_048;
    private static final long DRIP = Duration.ofSeconds(3).toNanos();

    private final Attack attack;
    private final List<Jet> jets = new ArrayList<>();

    Hose(Attack attack, int port) throws IOException {
        this.attack = attack;
        for (int i = 0; i < attack.connections(); i++) {
            jets.add(new Jet(attack, port));
        }
    }

    /** Sends and reads what can be sent and read now; returns how many connections are still open. */
    int spray() {
        return (int) jets.stream().filter(Jet::move).count();
    }

    /** What the answers began with that must not be. */
    List<String> surprises() {
        return jets.stream()
                .map(Jet::answer)
                .filter(answer -> attack.answers().stream().noneMatch(expected -> isThatSoFar(answer, expected)))
                .map(answer -> answer.lines().findFirst().orElse("nothing"))
                .distinct()
                .toList();
    }

    /** Of a slow reader there may be no more than the beginning of a word. */
    private boolean isThatSoFar(String answer, String expected) {
        return answer.isEmpty()
                ? expected.isEmpty()
                : !expected.isEmpty() && answer.startsWith(expected) || !attack.reads() && expected.startsWith(answer);
    }

    /** Nothing more is expected of anybody. */
    boolean isAnswered() {
        return attack.reads() && jets.stream().noneMatch(jet -> jet.answer().isEmpty());
    }

    @Override
    public void close() {
        jets.forEach(Jet::close);
    }

    /** One connection. */
    private static final class Jet {
        private static final ByteBuffer PADDING = ByteBuffer.allocateDirect(64 * 1024);

        private final Attack attack;
        private final SocketChannel channel;
        private final ByteBuffer first;
        private final ByteBuffer heard = ByteBuffer.allocate(64);
        private int left;
        private long moved = System.nanoTime();
        private boolean open = true;

        Jet(Attack attack, int port) throws IOException {
            this.attack = attack;
            this.first = ByteBuffer.wrap(attack.first().getBytes(StandardCharsets.US_ASCII));
            this.left = attack.more();
            this.channel = SocketChannel.open();
            if (!attack.reads()) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
            }
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
        }

        boolean move() {
            if (!open) {
                return false;
            }
            try {
                send();
                hear();
            } catch (IOException closed) {
                close();
            }
            return open;
        }

        private void send() throws IOException {
            if (first.hasRemaining()) {
                channel.write(first);
            } else if (left > 0) {
                var piece = PADDING.duplicate();
                piece.limit(Math.min(left, piece.capacity()));
                left -= channel.write(piece);
            } else if (attack.endsByItself() && isTime()) {
                channel.write(ByteBuffer.wrap(attack.drip().getBytes(StandardCharsets.US_ASCII)));
            }
        }

        private void hear() throws IOException {
            if (!attack.reads() && heard.position() > 0 && !isTime()) {
                return;
            }
            var into = ByteBuffer.allocate(attack.reads() ? 4_096 : 1);
            if (channel.read(into) < 0) {
                close();
                return;
            }
            into.flip();
            while (into.hasRemaining() && heard.hasRemaining()) {
                heard.put(into.get());
            }
        }

        private boolean isTime() {
            var now = System.nanoTime();
            if (now - moved < DRIP) {
                return false;
            }
            moved = now;
            return true;
        }

        String answer() {
            return new String(heard.array(), 0, heard.position(), StandardCharsets.US_ASCII);
        }

        void close() {
            open = false;
            try {
                channel.close();
            } catch (IOException closedAlready) {
                // It is.
            }
        }
    }
}
