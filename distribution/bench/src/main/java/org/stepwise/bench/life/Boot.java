package org.stepwise.bench.life;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.RunningErp;

/** How long a start takes, from the command until {@code /health} says that the server is ready. */
final class Boot {
    private static final long LOOK_EVERY_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(20);

    private final RunningErp erp;

    Boot(RunningErp erp) {
        this.erp = erp;
    }

    double seconds() {
        long began = System.nanoTime();
        var launched = erp.begin("run");
        var ended = CompletableFuture.supplyAsync(launched::end);
        while (!ready() && !ended.isDone()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        erp.heard(ended.join().well());
        return seconds;
    }

    /** As after an update: nothing is known of what ran before but the data. */
    double cleanSeconds() {
        Distribution.delete(erp.home().resolve("data"));
        return seconds();
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection) new URL(erp.address() + "/health").openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException nobodyListens) {
            return false;
        }
    }
}
