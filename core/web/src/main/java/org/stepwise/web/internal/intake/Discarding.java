package org.stepwise.web.internal.intake;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** Reads what comes after a request that has been refused by its headers. */
final class Discarding implements ReadListener {
    private final AsyncContext context;
    private final ServletInputStream in;
    private final Consumer<Discarding> whenDone;
    private final Leavings leavings = new Leavings();
    private final byte[] chunk = new byte[16 * 1024];
    private final AtomicBoolean done = new AtomicBoolean();

    Discarding(AsyncContext context, Consumer<Discarding> whenDone) throws IOException {
        this.context = context;
        this.in = context.getRequest().getInputStream();
        this.whenDone = whenDone;
    }

    void begin() {
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!done.get() && in.isReady()) {
            var length = in.read(chunk);
            if (length < 0) {
                return;
            }
            if (leavings.isTooMuch(length)) {
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

    void look(long now) {
        if (leavings.isTooLong(now)) {
            end();
        }
    }

    private void end() {
        if (done.compareAndSet(false, true)) {
            whenDone.accept(this);
            context.complete();
        }
    }
}
