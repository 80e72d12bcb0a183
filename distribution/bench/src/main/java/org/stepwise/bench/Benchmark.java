package org.stepwise.bench;

/** Measures one thing on one database. Each run has a JVM of its own, so that none warms up or disturbs another. */
public interface Benchmark {
    /** What it is called by, such as {@code o2c}. */
    String name();

    /** What it measures, in one line. */
    String title();

    void run(Run run) throws Exception;
}
