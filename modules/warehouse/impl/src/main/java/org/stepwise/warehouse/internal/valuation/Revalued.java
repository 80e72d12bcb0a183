package org.stepwise.warehouse.internal.valuation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Handlers.Reconclusion;
import org.stepwise.warehouse.event.StockRevalued;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.warehouse.event.StockValued.ValuedLine;

/**
 * Makes up for a valuation that was said to be another, by what that is more or less, line by line. The layers are not
 * touched: they are what the version that is installed makes of the movements, once it has read them.
 */
final class Revalued {
    private Revalued() {}

    private record Place(int line, Id product) {}

    static void conclude(Reconclusion<StockValued> corrected, Conclusions conclude) {
        var said = corrected.said();
        Map<Place, ValuedLine> more = new LinkedHashMap<>();
        if (corrected.says() != null) {
            corrected.says().lines().forEach(line -> add(more, line));
        }
        said.lines().forEach(line -> add(more, negated(line)));
        var lines = more.values().stream().filter(Revalued::isAny).toList();
        if (!lines.isEmpty()) {
            conclude.append(new StockRevalued(
                    said.document(), said.kind(), corrected.on(), said.order(), said.currency(), List.copyOf(lines)));
        }
    }

    private static void add(Map<Place, ValuedLine> lines, ValuedLine line) {
        lines.merge(
                new Place(line.line(), line.product()),
                line,
                (one, other) -> new ValuedLine(
                        one.line(),
                        one.product(),
                        one.quantity().add(other.quantity()),
                        one.value().add(other.value()),
                        one.journalled().add(other.journalled())));
    }

    private static ValuedLine negated(ValuedLine line) {
        return new ValuedLine(
                line.line(),
                line.product(),
                line.quantity().negate(),
                line.value().negate(),
                line.journalled().negate());
    }

    private static boolean isAny(ValuedLine line) {
        return line.quantity().signum() != 0
                || line.value().signum() != 0
                || line.journalled().signum() != 0;
    }
}
