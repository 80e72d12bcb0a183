package org.stepwise.web.internal.screen;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/** Sends bytes as fast as they are taken, without a thread that waits for a reader who takes his time. */
final class Sending implements WriteListener {
    private static final int PIECE = 64 * 1024;
    // A connection is not held for ever by who takes a byte now and then.
    private static final long LONGEST_MILLISECONDS = 120_000;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final byte[] bytes;
    private int sent;

    Sending(AsyncContext context, byte[] bytes) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.bytes = bytes;
    }

    void begin() {
        context.setTimeout(LONGEST_MILLISECONDS);
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (sent == bytes.length) {
                context.complete();
                return;
            }
            var length = Math.min(PIECE, bytes.length - sent);
            out.write(bytes, sent, length);
            sent += length;
        }
    }

    @Override
    public void onError(Throwable left) {
        context.complete();
    }
}
