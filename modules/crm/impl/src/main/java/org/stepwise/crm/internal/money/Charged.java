package org.stepwise.crm.internal.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What documents have charged of an order, or credited of an invoice, so far: by order line and tax rate. */
public final class Charged {
    public static final Charged NOTHING = new Charged(List.of());

    private final Map<Integer, List<Of>> lines;

    public Charged(List<Of> sums) {
        lines = sums.stream().collect(Collectors.groupingBy(Of::line));
    }

    /** Of one order line at one rate; what was credited is taken off. */
    public record Of(int line, BigDecimal percent, BigDecimal quantity, BigDecimal net, BigDecimal tax) {
        private static Of nothing(int line, BigDecimal percent) {
            return new Of(line, percent, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        private Of plus(Of other) {
            return new Of(line, percent, quantity.add(other.quantity), net.add(other.net), tax.add(other.tax));
        }
    }

    public Of of(int line) {
        return sums(line).reduce(Of.nothing(line, null), Of::plus);
    }

    public Of of(int line, BigDecimal percent) {
        return sums(line)
                .filter(sum -> sum.percent().compareTo(percent) == 0)
                .reduce(Of.nothing(line, percent), Of::plus);
    }

    private Stream<Of> sums(int line) {
        return lines.getOrDefault(line, List.of()).stream();
    }

    /** Net and tax of all lines. */
    public BigDecimal total() {
        return lines.values().stream()
                .flatMap(List::stream)
                .map(sum -> sum.net().add(sum.tax()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
