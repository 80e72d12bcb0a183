package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.internal.delivery.Delivery;
import org.stepwise.data.Id;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.Rejected;

/** What of an order left the house and is not invoiced yet, and what of it came back meanwhile. */
final class Uncharged {
    private final List<Delivery> deliveries;
    private final List<Kept<GoodsReturn>> returns;

    Uncharged(List<Delivery> deliveries, List<Kept<GoodsReturn>> returns) {
        this.deliveries = deliveries;
        this.returns = returns;
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    List<Id> deliveries() {
        return deliveries.stream().map(Delivery::id).toList();
    }

    /** Null for none, as in events of old. */
    List<Id> returns() {
        return returns.isEmpty()
                ? null
                : returns.stream().map(Kept::id).sorted().toList();
    }

    /** What the customer has kept, by order line; nothing of it is zero. */
    Map<Integer, BigDecimal> kept() {
        Map<Integer, BigDecimal> kept = new TreeMap<>();
        deliveries.forEach(
                delivery -> delivery.moved().forEach((line, quantity) -> kept.merge(line, quantity, BigDecimal::add)));
        returns.forEach(back ->
                back.now().moved().forEach((line, quantity) -> kept.merge(line, quantity.negate(), BigDecimal::add)));
        kept.values().removeIf(quantity -> quantity.signum() <= 0);
        return kept;
    }

    /** Nothing is charged before it happened. */
    void requireBy(LocalDate day) {
        deliveries.stream()
                .map(Delivery::on)
                .filter(day::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(newest -> {
                    throw early(day, "charges goods that left", newest);
                });
        returns.stream()
                .map(back -> back.now().returnedOn())
                .filter(day::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(newest -> {
                    throw early(day, "leaves out goods that came back", newest);
                });
    }

    private static Rejected early(LocalDate day, String what, LocalDate newest) {
        return new Rejected(
                "crm.invoice.before-delivery",
                "an invoice of " + day + " " + what + " on " + newest + "; date it " + newest + " or later",
                Map.of("on", "before " + newest));
    }
}
