package org.stepwise.crm.internal.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Id;

/** What documents have charged of an order, or credited of an invoice, so far: by order line and tax rate. */
public final class Charged {
    public static final Charged NOTHING = new Charged(List.of());

    private final Map<Integer, List<Of>> lines;

    public Charged(List<Of> sums) {
        lines = sums.stream().collect(Collectors.groupingBy(Of::line));
    }

    /** Of one order line at one rate. */
    public record Of(int line, BigDecimal percent, BigDecimal quantity, BigDecimal net, BigDecimal tax) {
        private static Of nothing(int line, BigDecimal percent) {
            return new Of(line, percent, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        private Of plus(Of other) {
            return new Of(line, percent, quantity.add(other.quantity), net.add(other.net), tax.add(other.tax));
        }
    }

    /** An invoice's charge of an order line at one rate, and what was credited of it. */
    public record Bill(Id invoice, Of charged, Of credited) {
        /** Less what came back of it: credited, or to be credited at what it then comes to. */
        private Of kept(BigDecimal pending, Reckoning reckoning) {
            var back = credited.quantity().add(pending);
            var net = reckoning.part(charged.net(), charged.quantity(), back, credited.net());
            var tax = reckoning.part(charged.tax(), charged.quantity(), back, credited.tax());
            return new Of(
                    charged.line(),
                    charged.percent(),
                    charged.quantity().subtract(back),
                    charged.net().subtract(credited.net()).subtract(net),
                    charged.tax().subtract(credited.tax()).subtract(tax));
        }
    }

    /** An order line on an invoice. */
    public record Key(Id invoice, int line) {}

    /** @param pending what came back of invoices and is not credited yet: it is charged again as if it were */
    public static Charged of(List<Bill> bills, Map<Key, BigDecimal> pending, Reckoning reckoning) {
        return new Charged(bills.stream()
                .filter(bill -> bill.charged().quantity().signum() > 0)
                .map(bill -> bill.kept(
                        pending.getOrDefault(
                                new Key(bill.invoice(), bill.charged().line()), BigDecimal.ZERO),
                        reckoning))
                .toList());
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
