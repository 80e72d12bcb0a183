package org.stepwise.masterdata.internal.use;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.Event;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/**
 * Notes every product that an order, a movement or an invoice names, whichever modules are on and whoever recorded it:
 * a log that was there before is read from its start. A reaction, for the goods that master data records by hand.
 */
@Component(service = Reaction.class)
public final class NoteProductsInUse implements Reaction {
    private final ProductUse use;

    @Activate
    public NoteProductsInUse(@Reference ProductUse use) {
        this.use = use;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String name() {
        return "masterdata.uses";
    }

    @Override
    public void define(Handlers on) {
        note(on, OrderConfirmed.class, fact -> each(fact.lines(), OrderLine::product));
        note(on, OpeningStockRecorded.class, fact -> each(fact.lines(), ReceiptLine::product));
        note(on, GoodsReceived.class, fact -> each(fact.lines(), ReceiptLine::product));
        note(on, DeliveryPosted.class, fact -> each(fact.lines(), MovementLine::product));
        note(on, GoodsReturned.class, fact -> each(fact.lines(), MovementLine::product));
        note(on, InvoiceIssued.class, fact -> each(fact.lines(), InvoiceLine::product));
        note(on, CreditNoteIssued.class, fact -> each(fact.lines(), InvoiceLine::product));
    }

    private <E extends Event> void note(Handlers on, Class<E> type, Function<E, Collection<Id>> products) {
        on.react(type, products, (entry, conclude) -> use.note(entry.company(), products.apply(entry.event())));
    }

    /** Freight is a line without a product. */
    private static <L> Collection<Id> each(List<L> lines, Function<L, Id> product) {
        return lines.stream().map(product).filter(Objects::nonNull).distinct().toList();
    }
}
