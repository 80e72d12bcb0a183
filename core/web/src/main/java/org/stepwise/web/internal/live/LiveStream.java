package org.stepwise.web.internal.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.stepwise.data.Id;
import org.stepwise.security.Caller;

/** One open screen. What it is told waits in a queue, so that a slow browser holds nobody else up. */
final class LiveStream implements WriteListener {
    private static final int LONGEST_QUEUE = 200;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Caller caller;
    private final String session;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private boolean flushed = true;
    private boolean closed;

    LiveStream(AsyncContext context, Caller caller, String session) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.caller = caller;
        this.session = session;
    }

    Caller caller() {
        return caller;
    }

    Id company() {
        return caller.company();
    }

    /** The token of the session that opened it; null for a program. */
    String session() {
        return session;
    }

    void tell(String event, String json) {
        enqueue("event: " + event + "\ndata: " + json + "\n\n");
    }

    /** Keeps proxies from closing what is quiet, and finds out who has left. */
    void beat() {
        enqueue(": \n\n");
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
