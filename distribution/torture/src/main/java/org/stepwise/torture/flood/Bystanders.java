package org.stepwise.torture.flood;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepwise.torture.client.Shop;

/** Others who want something meanwhile: a machine that asks how the server is, a reader, and a writer. */
final class Bystanders implements AutoCloseable {
    private final Map<String, Long> longest = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> all;
    private volatile boolean home;

    /** {@code name}: for what is written, once. */
    Bystanders(Shop shop, String name) {
        var nobody = shop.site().erp().nobody();
        var user = shop.site().rest();
        var written = new AtomicInteger();
        all = CompletableFuture.allOf(
                CompletableFuture.runAsync(
                        () -> keepOn("health", () -> nobody.get("/health").is(200))),
                CompletableFuture.runAsync(
                        () -> keepOn("page", () -> nobody.get("/").is(200))),
                CompletableFuture.runAsync(() -> keepOn("list", () -> user.get("/api/masterdata/parties?limit=5")
                        .is(200))),
                CompletableFuture.runAsync(
                        () -> keepOn("write", () -> shop.party(name + "-" + written.incrementAndGet()))));
    }

    private void keepOn(String what, Runnable request) {
        while (!home) {
            var began = System.nanoTime();
            try {
                request.run();
            } catch (RuntimeException | AssertionError failure) {
                failures.putIfAbsent(what, failure.toString());
            }
            longest.merge(what, (System.nanoTime() - began) / 1_000_000, Math::max);
        }
    }

    /** The first failure of each kind. */
    Map<String, String> failures() {
        return failures;
    }

    /** How many milliseconds the longest of each kind took. */
    Map<String, Long> longest() {
        return longest;
    }

    @Override
    public void close() {
        home = true;
        all.join();
    }
}
