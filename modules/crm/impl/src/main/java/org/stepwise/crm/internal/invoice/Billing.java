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
import org.stepwise.crm.internal.money.Charged;
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.crm.internal.order.Order;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;

/**
 * Decides what an invoice charges: whole deliveries less what came back of them, and services and freight with the
 * first invoice of an order. A line charges what is left of the order's line, so that all invoices together are the
 * order: its net whatever the tax, its tax by rate.
 */
final class Billing {
    /** Net thirty days: the term of payment of every customer so far. */
    static final int TERM_DAYS = 30;

    private final Order order;
    private final OrderConfirmed content;
    private final Map<Integer, OrderLine> ordered;
    private final Reckoning reckoning;
    private final Charged earlier;
    private final List<InvoiceLine> lines = new ArrayList<>();

    /** @param earlier what the order's documents have charged so far, less what they credit */
    Billing(Order order, Function<Reckoning, Charged> earlier) {
        this.order = order;
        this.content = order.charged();
        this.ordered = content.lines().stream().collect(Collectors.toMap(OrderLine::line, Function.identity()));
        this.reckoning = Reckoning.of(content.rounding(), content.currency());
        this.earlier = earlier.apply(reckoning);
    }

    /** @param taxPercents the percentages of tax codes on the day of the invoice */
    InvoiceIssued issue(
            Id invoice,
            Uncharged uncharged,
            LocalDate on,
            Function<Collection<String>, Map<String, BigDecimal>> taxPercents) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>(uncharged.kept());
        requireSomething(uncharged, quantities);
        uncharged.requireBy(on);
        order.services().forEach(service -> quantities.put(service.line(), service.quantity()));
        var percents = taxPercents.apply(taxCodes(quantities.keySet()));
        quantities.forEach((number, quantity) -> lines.add(line(ordered.get(number), quantity, percents)));
        if (order.firstInvoice() && content.freight().signum() > 0) {
            lines.add(freight(content.freight()));
        }
        return new InvoiceIssued(
                invoice,
                content.order(),
                content.customer(),
                uncharged.deliveries(),
                on,
                on.plusDays(TERM_DAYS),
                content.currency(),
                lines,
                net(lines),
                tax(lines),
                Amounts.payable(net(lines).add(tax(lines)), content.currency()),
                uncharged.returns(),
                content.rounding());
    }

    /** Services are charged with goods, or alone where there are no goods or all of them came back. */
    private void requireSomething(Uncharged uncharged, Map<Integer, BigDecimal> kept) {
        var services = !order.services().isEmpty() && (!order.hasGoods() || !uncharged.isEmpty());
        if (kept.isEmpty() && !services) {
            throw new Conflict(
                    "crm.invoice.nothing-delivered",
                    "nothing of this order is delivered, kept and not invoiced yet; deliver something first");
        }
    }

    private Set<String> taxCodes(Set<Integer> charged) {
        return charged.stream()
                .map(number -> ordered.get(number).taxCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private InvoiceLine line(OrderLine whole, BigDecimal quantity, Map<String, BigDecimal> percents) {
        var percent = whole.taxCode() == null ? Amounts.ZERO : percents.get(whole.taxCode());
        var before = earlier.of(whole.line());
        var taxed = earlier.of(whole.line(), percent);
        return new InvoiceLine(
                lines.size() + 1,
                whole.stocked() ? "GOODS" : "SERVICE",
                whole.product(),
                whole.line(),
                quantity,
                whole.price(),
                whole.discount(),
                reckoning.part(whole.net(), whole.quantity(), before.quantity().add(quantity), before.net()),
                whole.taxCode(),
                percent,
                reckoning.part(
                        taxAt(whole, percent),
                        whole.quantity(),
                        taxed.quantity().add(quantity),
                        taxed.tax()));
    }

    /** What the whole line is taxed at the rate: what the order says, unless the rate is another by now. */
    private BigDecimal taxAt(OrderLine whole, BigDecimal percent) {
        return percent.compareTo(whole.taxPercent()) == 0 ? whole.tax() : reckoning.tax(whole.net(), percent);
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
                reckoning.round(freight),
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
