package org.stepwise.web.internal.intake;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.stepwise.error.Rejected;
import org.stepwise.error.Unavailable;

/** Reads one body as it comes, on whatever thread has just seen some of it. */
final class Receiving implements ReadListener {
    private static final int CHUNK = 16 * 1024;

    private final Entry entry;
    private final ServletInputStream in;
    private final long largest;
    private final Pace pace;
    private final Consumer<Receiving> whenDone;
    private final byte[] chunk = new byte[CHUNK];
    private volatile Discarding rest;
    private final AtomicBoolean done = new AtomicBoolean();

    Receiving(Entry entry, long largest, Pace pace, Consumer<Receiving> whenDone) throws IOException {
        this.entry = entry;
        this.in = entry.request().getInputStream();
        this.largest = largest;
        this.pace = pace;
        this.whenDone = whenDone;
    }

    /** How slow a body may be: so many bytes a second on average, after a while of grace, and so long at most. */
    record Pace(int bytesASecond, long graceSeconds, long longestSeconds) {
        private boolean tooSlow(long bytes, long seconds) {
            return seconds > longestSeconds || seconds > graceSeconds && bytes < seconds * bytesASecond;
        }
    }

    void begin() {
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (rest == null && !done.get() && in.isReady()) {
            var length = in.read(chunk);
            if (length < 0) {
                return;
            }
            take(length);
        }
        if (rest != null) {
            rest.onDataAvailable();
        }
    }

    private void take(int length) {
        try {
            if (entry.size() + length > largest) {
                throw tooBig(largest);
            }
            entry.body().add(chunk, length);
        } catch (IOException unwritable) {
            refuse(new Unavailable(
                    "erp.data.no-space",
                    "the server has no room to take the body in; free some on its disk, then try again"));
        } catch (RuntimeException refused) {
            refuse(refused);
        }
    }

    /** The rest is still read for a while: who is busy sending does not see an answer. */
    private void refuse(RuntimeException reason) {
        entry.refuse(reason);
        rest = new Discarding(in, discarded -> end());
    }

    static Rejected tooBig(long largest) {
        return new Rejected(
                "erp.request.too-big", "the body is larger than " + (largest / 1024) + " kB; split what you send");
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    @Override
    public void onError(Throwable broken) {
        entry.refuse(new Rejected("erp.request.malformed", "the body broke off before its end; send it again"));
        end();
    }

    /** Asked once a second or so: gives up on who sends too slowly. */
    void look(long now) {
        var refused = rest;
        if (refused != null) {
            refused.look(now);
        } else if (pace.tooSlow(entry.size(), TimeUnit.NANOSECONDS.toSeconds(now - entry.began()))) {
            entry.refuse(
                    new Rejected("erp.request.too-slow", "the body came too slowly and was given up; send it again"));
            end();
        }
    }

    private void end() {
        if (done.compareAndSet(false, true)) {
            whenDone.accept(this);
        }
    }
}
