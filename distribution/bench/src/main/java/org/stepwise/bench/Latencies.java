package org.stepwise.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each kind of work took; any number of threads. */
public final class Latencies {
    private static final long LONGEST_NANOSECONDS = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Map<String, Histogram> histograms = new ConcurrentSkipListMap<>();

    public <T> T timed(String work, Supplier<T> supplier) {
        long began = System.nanoTime();
        T result = supplier.get();
        add(work, System.nanoTime() - began);
        return result;
    }

    public void add(String work, long nanoseconds) {
        histograms
                .computeIfAbsent(work, key -> new ConcurrentHistogram(LONGEST_NANOSECONDS, DIGITS))
                .recordValue(Math.min(nanoseconds, LONGEST_NANOSECONDS));
    }

    /** By name of the work. */
    public Map<String, Histogram> all() {
        return new TreeMap<>(histograms);
    }

    public double milliseconds(String work, double percentile) {
        return histograms.get(work).getValueAtPercentile(percentile) / 1e6;
    }

    public double longestMilliseconds(String work) {
        return histograms.get(work).getMaxValue() / 1e6;
    }
}
