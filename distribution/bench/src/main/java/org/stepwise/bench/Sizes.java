package org.stepwise.bench;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How much of everything. */
public final class Sizes {
    @Option(names = "--orders", defaultValue = "10000", description = "orders measured (${DEFAULT-VALUE})")
    private int orders;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "orders before, of floor and product alike (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--clients",
            defaultValue = "1,2,8",
            split = ",",
            description = "clients working at a time, one measurement each (${DEFAULT-VALUE})")
    private List<Integer> clients;

    @Option(names = "--products", defaultValue = "1000", description = "products of a client (${DEFAULT-VALUE})")
    private int products;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description = "measurements of each, of which the median counts (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--writers", defaultValue = "64", description = "writers on one product (${DEFAULT-VALUE})")
    private int writers;

    @Option(names = "--reads", defaultValue = "500", description = "readings of each kind (${DEFAULT-VALUE})")
    private int reads;

    @Option(
            names = "--fill",
            defaultValue = "1000,30000,300000",
            split = ",",
            description = "orders in the database when growth is measured (${DEFAULT-VALUE})")
    private List<Integer> fill;

    @Option(
            names = "--events",
            defaultValue = "1000000",
            description = "events that a module catches up (${DEFAULT-VALUE})")
    private int events;

    @Option(
            names = "--counted",
            defaultValue = "200",
            description = "orders in the pass that counts statements (${DEFAULT-VALUE})")
    private int counted;

    @Option(names = "--profile", description = "records the timed part with JFR to this file")
    private Path profile;

    @Option(names = "--statements", description = "writes the statements an order, by step, to this file")
    private Path statements;

    public int orders() {
        return orders;
    }

    public int warmUp() {
        return warmUp;
    }

    public List<Integer> clients() {
        return clients;
    }

    public int mostClients() {
        return clients.stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    public int products() {
        return products;
    }

    public int rounds() {
        return rounds;
    }

    public int writers() {
        return writers;
    }

    public int reads() {
        return reads;
    }

    /** Rising. */
    public List<Integer> fill() {
        return fill.stream().sorted().toList();
    }

    public int events() {
        return events;
    }

    public int counted() {
        return counted;
    }

    /** Null: nothing is recorded. */
    public Path profile() {
        return profile;
    }

    /** Null: they are only counted. */
    public Path statements() {
        return statements;
    }
}
