package org.stepwise.warehouse.internal.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwise.input.Input;
import org.stepwise.warehouse.StockService.NewMovementLine;

/** Checks figures before they become a fact that nobody can take back. */
public final class Quantities {
    public static final Input INPUT = new Input("warehouse");

    private Quantities() {}

    /** The quantities by order line, in its order; lines with nothing are left out. */
    static SortedMap<Integer, BigDecimal> byOrderLine(List<NewMovementLine> lines) {
        var quantities = new TreeMap<Integer, BigDecimal>();
        for (var line : lines) {
            if (line.quantity().signum() > 0) {
                quantities.merge(line.orderLine(), line.quantity(), BigDecimal::add);
            }
        }
        if (quantities.isEmpty()) {
            throw INPUT.wrong("lines", "have no quantity");
        }
        return quantities;
    }
}
