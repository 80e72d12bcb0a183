package org.stepwise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that work at the same time. */
public final class Clients {
    private Clients() {}

    /** Shares the jobs 0, 1, 2 … among the clients 0, 1, 2 …, each taking the next when it is through with one. */
    public static void work(int clients, int jobs, Hired hired) throws Exception {
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                var worker = hired.client(i);
                workers.add(() -> {
                    for (int job = next.getAndIncrement(); job < jobs; job = next.getAndIncrement()) {
                        worker.work(job);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(workers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Gives each client what it works by. */
    @FunctionalInterface
    public interface Hired {
        Worker client(int number) throws Exception;
    }

    /** Does one job. */
    @FunctionalInterface
    public interface Worker {
        void work(int job) throws Exception;
    }
}
