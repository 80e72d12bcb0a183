package org.stepwise.warehouse.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.INVENTORY;
import static org.stepwise.accounting.posting.LedgerPurpose.OPENING;
import static org.stepwise.accounting.posting.LedgerPurpose.RECEIVED_NOT_INVOICED;
import static org.stepwise.accounting.posting.LedgerPurpose.SHIPPED_NOT_INVOICED;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Id;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.EventType;

/**
 * What a movement did to the value of stock.
 *
 * @param document the opening stock, receipt, delivery or return that moved
 * @param kind {@code OPENING}, {@code RECEIPT}, {@code DELIVERY}, {@code RETURN}, or {@code CORRECTION}: the document
 *     (nearly always a receipt) settles the cost of goods that had left before they were known; at most one a document,
 *     beside its own
 * @param order the order of a delivery or return, else null
 */
@EventType(value = "warehouse.stock-valued", needs = "warehouse.value.read")
public record StockValued(Id document, String kind, Id order, String currency, List<ValuedLine> lines)
        implements Consequence, Posted {

    /**
     * The change of one product's value, negative when goods leave.
     *
     * @param value four decimals
     * @param journalled the change in the minor unit of the currency, so that the ledger's stock account is always the
     *     sum of every product's value, each rounded to the minor unit
     */
    public record ValuedLine(int line, Id product, BigDecimal quantity, BigDecimal value, BigDecimal journalled) {}

    /** The change that the ledger takes. */
    public BigDecimal journalled() {
        return lines.stream().map(ValuedLine::journalled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What moved is held under its document until an invoice claims it: that of the goods' customer, or supplier. */
    @Override
    public Posting posting() {
        var amount = journalled();
        var posting = Posting.of(kind, document).currency(currency).second(kind.equals("CORRECTION"));
        return moved(posting, kind, amount);
    }

    /** What a movement of the kind did to the value of stock, and the other side of it. */
    static Posting moved(Posting posting, String kind, BigDecimal amount) {
        var document = posting.document();
        posting.debit(INVENTORY, amount);
        return switch (kind) {
            case "OPENING" -> posting.credit(OPENING, amount);
            case "RECEIPT" -> posting.hold(document, RECEIVED_NOT_INVOICED, amount.negate());
            case "DELIVERY", "RETURN" -> posting.hold(document, SHIPPED_NOT_INVOICED, amount.negate());
            case "CORRECTION" -> posting.credit(COST_OF_GOODS_SOLD, amount);
            default -> throw new IllegalStateException("stock valued for an unknown reason: " + kind);
        };
    }
}
