package org.stepwise.torture.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Clients who work at the same time until they are sent home. */
public final class Crowd implements AutoCloseable {
    private final ReentrantReadWriteLock working = new ReentrantReadWriteLock(true);
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();
    private final ExecutorService threads;
    private final Shop shop;
    private volatile boolean home;

    /** Each client has a seed of its own, made of this one. */
    public Crowd(Shop shop, int size, long seed) {
        this.shop = shop;
        threads = Executors.newFixedThreadPool(size, work -> {
            var thread = new Thread(work, "client");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < size; i++) {
            var client = new Client(shop, seed * 1_000 + i);
            clients.add(CompletableFuture.runAsync(() -> work(client), threads));
        }
    }

    private void work(Client client) {
        while (!home) {
            working.readLock().lock();
            try {
                client.act();
            } finally {
                working.readLock().unlock();
            }
        }
    }

    /** Looks at what is there while nobody works and every outcome is known. */
    public void whileResting(Runnable look) {
        failIfOneFailed();
        working.writeLock().lock();
        try {
            look.run();
        } finally {
            working.writeLock().unlock();
        }
    }

    private void failIfOneFailed() {
        for (var client : clients) {
            if (client.isCompletedExceptionally()) {
                client.join();
            }
        }
    }

    /** Ends when the last request is answered; at once when nobody is there to answer it. */
    @Override
    public void close() {
        home = true;
        if (!shop.site().isOpen()) {
            threads.shutdownNow();
            return;
        }
        try {
            clients.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw new IllegalStateException("a client could not go on", failed.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
