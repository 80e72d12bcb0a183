package org.stepwise.torture.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What clients met besides success. */
public final class Trouble {
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> missing = new ConcurrentLinkedQueue<>();

    void refused(String code) {
        refusals.computeIfAbsent(code, any -> new LongAdder()).increment();
    }

    void failed(String what) {
        failures.add(what);
    }

    void missing(String what) {
        missing.add(what);
    }

    /** How often each refusal came. */
    public Map<String, LongAdder> refusals() {
        return new TreeMap<>(refusals);
    }

    /** Requests that the server should have answered, and did not or with a bug. */
    public Collection<String> failures() {
        return List.copyOf(failures);
    }

    /** Answers that something is not there which was acknowledged. */
    public Collection<String> missing() {
        return List.copyOf(missing);
    }

    /** Forgets failures that were expected. */
    public void excuseFailures() {
        failures.clear();
    }
}
