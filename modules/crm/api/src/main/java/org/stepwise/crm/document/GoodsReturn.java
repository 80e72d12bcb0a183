package org.stepwise.crm.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.data.Id;
import org.stepwise.document.CameFrom;
import org.stepwise.document.Document;
import org.stepwise.document.LedTo;
import org.stepwise.error.Conflict;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/**
 * Goods that came back, to be credited once.
 *
 * @param invoice the one that left them out, because they came back before it was written
 */
@Document(value = "crm.returns", read = "crm.order.read")
public record GoodsReturn(
        @CameFrom @Ref("crm.deliveries") Id delivery,
        @Ref("crm.orders") Id order,
        @Ref("masterdata.parties") Id customer,
        LocalDate returnedOn,
        @Max(Bounds.REASON) String reason,
        @LedTo @Ref("crm.invoices") Id creditNote,
        @LedTo @Ref("crm.invoices") Id invoice,
        List<Line> lines) {

    public record Line(int orderLine, @Ref("masterdata.products") Id product, @Quantity BigDecimal quantity) {}

    public GoodsReturn creditedBy(Id note) {
        return new GoodsReturn(delivery, order, customer, returnedOn, reason, note, invoice, lines);
    }

    public GoodsReturn leftOutBy(Id document) {
        return new GoodsReturn(delivery, order, customer, returnedOn, reason, creditNote, document, lines);
    }

    /** It was charged before, and nobody has credited it yet. */
    public void requireToCredit() {
        if (invoice != null) {
            throw new Conflict(
                    "crm.credit.left-out",
                    "these goods came back before they were invoiced, and the invoice left them out; nobody owes them");
        }
        if (creditNote != null) {
            throw new Conflict("crm.credit.already-credited", "these goods are credited already");
        }
    }

    /** What came back, by order line. */
    public Map<Integer, BigDecimal> moved() {
        Map<Integer, BigDecimal> moved = new TreeMap<>();
        lines.forEach(line -> moved.merge(line.orderLine(), line.quantity(), BigDecimal::add));
        return moved;
    }
}
