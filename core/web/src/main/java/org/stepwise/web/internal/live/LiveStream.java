package org.stepwise.web.internal.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.security.Caller;

/** One open screen. What it is told waits in a queue, so that a slow browser holds nobody else up. */
final class LiveStream implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int LONGEST_QUEUE = 200;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Supplier<Optional<Caller>> opener;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private volatile Caller caller;
    private boolean flushed = true;
    private boolean closed;

    /** {@code opener} finds who is behind the session or token that opened it, as that is when it is asked. */
    LiveStream(AsyncContext context, Caller caller, Supplier<Optional<Caller>> opener) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.caller = caller;
        this.opener = opener;
    }

    /** Who listens, with the permissions of the last beat. */
    Caller caller() {
        return caller;
    }

    void tell(String event, String json) {
        enqueue("event: " + event + "\ndata: " + json + "\n\n");
    }

    /**
     * Keeps proxies from closing what is quiet, finds out who has left, and ends when what opened it opens nothing any
     * more. While that cannot be found out nobody is known to be allowed anything.
     */
    void beat() {
        try {
            opener.get().ifPresentOrElse(found -> caller = found, this::close);
        } catch (RuntimeException unknown) {
            LOG.warn("Who has a screen open could not be looked up; it is told nothing until it can be", unknown);
            caller = nobody();
        }
        enqueue(": \n\n");
    }

    private Caller nobody() {
        return new Caller(
                caller.user(),
                caller.name(),
                caller.company(),
                caller.door(),
                caller.zone(),
                caller.language(),
                Set.of());
    }

    private synchronized void enqueue(String text) {
        if (closed) {
            return;
        }
        if (queue.size() >= LONGEST_QUEUE) {
            close();
            return;
        }
        queue.add(text.getBytes(StandardCharsets.UTF_8));
        onWritePossible();
    }

    @Override
    public synchronized void onWritePossible() {
        try {
            while (!closed && out.isReady()) {
                var next = queue.poll();
                if (next != null) {
                    out.write(next);
                    flushed = false;
                } else if (!flushed) {
                    flushed = true;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException left) {
            close();
        }
    }

    @Override
    public void onError(Throwable left) {
        close();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            queue.clear();
            context.complete();
        }
    }
}
