package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.warehouse.event.StockValued.ValuedLine;
import org.stepwise.warehouse.internal.valuation.ProductValue.Settled;

/** Collects what one document did to the value of stock, and writes it as consequences. */
final class Valued {
    private final String currency;
    private final List<ValuedLine> lines = new ArrayList<>();
    private final List<ValuedLine> corrections = new ArrayList<>();

    Valued(String currency) {
        this.currency = currency;
    }

    /** The ledger takes the change of the rounded value, so that it never drifts from the sum of the products. */
    private BigDecimal journalled(BigDecimal before, BigDecimal change) {
        return Amounts.payable(before.add(change), currency).subtract(Amounts.payable(before, currency));
    }

    void line(int line, Id product, BigDecimal quantity, BigDecimal before, BigDecimal change) {
        lines.add(new ValuedLine(line, product, quantity, change, journalled(before, change)));
    }

    /** What delivered goods cost more or less than charged; {@code before} is the value after the line itself. */
    void correction(int line, Id product, BigDecimal before, List<Settled> settled) {
        var change = settled.stream().map(Settled::amount).reduce(Amounts.ZERO, BigDecimal::add);
        if (change.signum() != 0) {
            corrections.add(new ValuedLine(line, product, BigDecimal.ZERO, change, journalled(before, change)));
        }
    }

    /** The document's own, and if it made earlier costs known better their correction. */
    List<StockValued> of(Id document, String kind, Id order) {
        var consequences = new ArrayList<StockValued>();
        if (!lines.isEmpty()) {
            consequences.add(new StockValued(document, kind, order, currency, List.copyOf(lines)));
        }
        if (!corrections.isEmpty()) {
            consequences.add(new StockValued(document, "CORRECTION", order, currency, List.copyOf(corrections)));
        }
        return consequences;
    }
}
