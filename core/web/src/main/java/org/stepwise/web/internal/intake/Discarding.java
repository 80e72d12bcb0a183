package org.stepwise.web.internal.intake;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** Reads what is left of a body that is refused, for a while: who is busy sending does not see an answer. */
final class Discarding implements ReadListener {
    private static final long MOST = 64 * 1024 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final ServletInputStream in;
    private final Consumer<Discarding> whenDone;
    private final long since = System.nanoTime();
    private final byte[] chunk = new byte[16 * 1024];
    private final AtomicBoolean done = new AtomicBoolean();
    private long read;

    Discarding(ServletInputStream in, Consumer<Discarding> whenDone) {
        this.in = in;
        this.whenDone = whenDone;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!done.get() && in.isReady()) {
            var length = in.read(chunk);
            if (length < 0) {
                return;
            }
            read += length;
            if (read > MOST) {
                end();
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    @Override
    public void onError(Throwable left) {
        end();
    }

    /** To be called once a second or so. */
    void look(long now) {
        if (now - since > LONGEST) {
            end();
        }
    }

    private void end() {
        if (done.compareAndSet(false, true)) {
            whenDone.accept(this);
        }
    }
}
