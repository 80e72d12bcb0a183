package org.stepwise.bench;

/**
 * One thing measured.
 *
 * @param figure such as {@code o2c.services.cpu_seconds_per_line}
 * @param limit what it is held against: a target, or the floor of the same run; null where there is none
 * @param database {@code derby} or {@code postgres}; null where it has none to do with it
 * @param clients how many worked at a time; null where nobody did
 */
public record Figure(String figure, double value, String unit, Double limit, String database, Integer clients) {

    public static Figure of(String figure, double value, String unit) {
        return new Figure(figure, value, unit, null, null, null);
    }

    public Figure limit(double held) {
        return new Figure(figure, value, unit, held, database, clients);
    }

    public Figure clients(int working) {
        return new Figure(figure, value, unit, limit, database, working);
    }

    Figure on(String measured) {
        return new Figure(figure, value, unit, limit, measured, clients);
    }
}
