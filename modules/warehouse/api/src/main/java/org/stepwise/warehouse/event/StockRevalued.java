package org.stepwise.warehouse.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Id;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.EventType;
import org.stepwise.warehouse.event.StockValued.ValuedLine;

/**
 * What a movement did to the value of stock more or less than was concluded at first, as a later version of the module
 * was asked to correct it.
 *
 * @param document the movement, as in {@link StockValued}
 * @param kind as in {@link StockValued}
 * @param on the day of the movement
 * @param order the order of a delivery or return, else null
 * @param lines what comes on top of what was concluded
 */
@EventType(value = "warehouse.stock-revalued", needs = "warehouse.value.read")
public record StockRevalued(Id document, String kind, LocalDate on, Id order, String currency, List<ValuedLine> lines)
        implements Consequence, Posted {

    /** The change that the ledger takes. */
    public BigDecimal journalled() {
        return lines.stream().map(ValuedLine::journalled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** On top of what the movement posted, dated as it is; charged with it, whichever comes first. */
    @Override
    public Posting posting() {
        var posting = Posting.of("RECALCULATED", document).currency(currency).onTop(on);
        return StockValued.moved(posting, kind, journalled());
    }
}
