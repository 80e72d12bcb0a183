package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.testkit.Eventually;

/** Reads sales as they come, up to an end of its own choice. */
final class LogReader {
    final List<Long> seen = new ArrayList<>();
    private final Shop shop;
    private final long start;
    private final LongSupplier end;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = new Thread(this::read);

    LogReader(Shop shop, long start, LongSupplier end) {
        this.shop = shop;
        this.start = start;
        this.end = end;
        thread.start();
    }

    /** Reads what has been given a place so far, and ends. */
    void stop() throws InterruptedException {
        long last = shop.log.last();
        Eventually.eventually(() -> assertThat(shop.log.horizon()).isGreaterThanOrEqualTo(last));
        ended.set(true);
        thread.join();
    }

    private void read() {
        long after = start;
        boolean last = false;
        while (!last) {
            last = ended.get();
            Feed sales = Feed.of(Set.of("shop.sold"));
            List<Envelope> page;
            do {
                page = shop.events.read(Shop.COMPANY, sales, new Range(after, end.getAsLong(), 500));
                for (Envelope event : page) {
                    after = event.position();
                    seen.add(after);
                }
            } while (!page.isEmpty());
        }
    }
}
