package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.crm.internal.delivery.Delivery;
import org.stepwise.crm.internal.order.Order;
import org.stepwise.crm.internal.order.OrderLineRow;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;

/** Decides what an invoice charges: whole deliveries, and services and freight with the first invoice of an order. */
final class Billing {
    /** Net thirty days: the term of payment of every customer so far. */
    static final int TERM_DAYS = 30;

    private final Order order;
    private final OrderConfirmed content;
    private final Function<Collection<String>, Map<String, BigDecimal>> taxPercents;
    private final List<InvoiceLine> lines = new ArrayList<>();

    /** @param taxPercents the percentages of tax codes on the day of the invoice */
    Billing(Order order, Function<Collection<String>, Map<String, BigDecimal>> taxPercents) {
        this.order = order;
        this.content = order.charged();
        this.taxPercents = taxPercents;
    }

    InvoiceIssued issue(Id invoice, List<Delivery> uninvoiced, LocalDate on) {
        if (uninvoiced.isEmpty() && (order.hasGoods() || order.services().isEmpty())) {
            throw new Conflict(
                    "crm.invoice.nothing-delivered",
                    "nothing of this order is delivered and not invoiced yet; deliver something first");
        }
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        uninvoiced.forEach(delivery ->
                delivery.moved().forEach((line, quantity) -> quantities.merge(line, quantity, BigDecimal::add)));
        order.services().forEach(service -> quantities.put(service.line(), service.quantity()));
        var percents = taxPercents.apply(taxCodes(quantities.keySet()));
        quantities.forEach((number, quantity) -> lines.add(line(ordered(number), quantity, percents)));
        if (order.firstInvoice() && content.freight().signum() > 0) {
            lines.add(freight(content.freight()));
        }
        return new InvoiceIssued(
                invoice,
                content.order(),
                content.customer(),
                uninvoiced.stream().map(Delivery::id).toList(),
                on,
                on.plusDays(TERM_DAYS),
                content.currency(),
                lines,
                net(lines),
                tax(lines),
                Amounts.payable(net(lines).add(tax(lines)), content.currency()));
    }

    private OrderLine ordered(int number) {
        return content.lines().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> taxCodes(Set<Integer> charged) {
        return charged.stream()
                .map(number -> ordered(number).taxCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private InvoiceLine line(OrderLine ordered, BigDecimal quantity, Map<String, BigDecimal> percents) {
        var percent = ordered.taxCode() == null ? Amounts.ZERO : percents.get(ordered.taxCode());
        var net = OrderLineRow.net(quantity, ordered.price(), ordered.discount());
        return new InvoiceLine(
                lines.size() + 1,
                ordered.stocked() ? "GOODS" : "SERVICE",
                ordered.product(),
                ordered.line(),
                quantity,
                ordered.price(),
                ordered.discount(),
                net,
                ordered.taxCode(),
                percent,
                OrderLineRow.tax(net, percent));
    }

    private InvoiceLine freight(BigDecimal freight) {
        return new InvoiceLine(
                lines.size() + 1,
                "FREIGHT",
                null,
                0,
                Amounts.quantity(BigDecimal.ONE),
                Amounts.quantity(freight),
                Amounts.ZERO,
                Amounts.document(freight),
                null,
                Amounts.ZERO,
                Amounts.ZERO);
    }

    static BigDecimal net(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::net).reduce(Amounts.ZERO, BigDecimal::add);
    }

    static BigDecimal tax(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::tax).reduce(Amounts.ZERO, BigDecimal::add);
    }
}
