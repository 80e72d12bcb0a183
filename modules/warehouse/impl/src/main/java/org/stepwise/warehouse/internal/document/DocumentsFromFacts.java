package org.stepwise.warehouse.internal.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.warehouse.internal.stock.StockRows;

/** Writes documents, the stock they leave, and what is known of orders, products and parties. */
@Component(service = Projection.class)
public final class DocumentsFromFacts implements Projection {
    /** So many lines are looked up in one statement, not one by one. */
    private static final int MANY = 10;

    private static final Named PRODUCT_NAME = Named.byLanguage("warehouse.product", "id", "name");

    private final DocumentRows rows;
    private final StockRows stock;
    private final DocumentNumbers numbers;
    private final Collation collation;

    @Activate
    public DocumentsFromFacts(
            @Reference DocumentRows rows,
            @Reference StockRows stock,
            @Reference DocumentNumbers numbers,
            @Reference Collation collation) {
        this.rows = rows;
        this.stock = stock;
        this.numbers = numbers;
        this.collation = collation;
    }

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public String name() {
        return "warehouse.documents";
    }

    @Override
    public void define(Handlers on) {
        on.apply(ProductRecorded.class, fact -> keys(fact.product()), this::product);
        on.apply(OrderConfirmed.class, fact -> keys(fact.order()), this::confirmed);
        on.apply(OrderCancelled.class, fact -> keys(fact.order()), this::cancelled);
        on.apply(OpeningStockRecorded.class, fact -> keys(fact.document()), this::opened);
        on.apply(GoodsReceived.class, fact -> keys(fact.receipt()), this::received);
        on.apply(DeliveryPosted.class, fact -> keys(fact.delivery(), fact.order()), this::delivered);
        on.apply(GoodsReturned.class, fact -> keys(fact.returned(), fact.delivery(), fact.order()), this::returned);
        on.apply(
                DocumentNumbered.class,
                fact -> keys(fact.document()),
                recorded -> numbers.given(recorded.company(), recorded.event()));
    }

    private static Collection<String> keys(Id... ids) {
        var keys = new ArrayList<String>();
        for (var id : ids) {
            keys.add(id.toString());
        }
        return keys;
    }

    private void product(Recorded<ProductRecorded> recorded) {
        var fact = recorded.event();
        rows.productOrNew(recorded.company(), fact.product()).apply(fact);
        collation.keep(PRODUCT_NAME, recorded.company(), fact.product(), fact.name(), rows::flush);
        stock.know(recorded.company(), fact.product(), fact.kind().equals("GOODS"));
    }

    private void lookUp(Id company, Id order, int lines) {
        if (lines > MANY) {
            rows.orderLines(company, order);
        }
    }

    private void confirmed(Recorded<OrderConfirmed> recorded) {
        var fact = recorded.event();
        var company = recorded.company();
        var known = rows.findOrder(company, fact.order());
        known.orElseGet(() -> add(new KnownOrder(company, fact.order()))).confirmed(fact, recorded.on());
        if (known.isPresent()) {
            lookUp(company, fact.order(), fact.lines().size());
        }
        fact.lines().stream().filter(OrderLine::stocked).forEach(line -> {
            var row = known.isPresent()
                    ? rows.orderLine(company, fact.order(), line.line(), line.product())
                    : rows.add(new KnownOrderLine(company, fact.order(), line.line(), line.product()));
            row.confirmed(line);
        });
    }

    private void cancelled(Recorded<OrderCancelled> recorded) {
        order(recorded.company(), recorded.event().order()).cancelled();
    }

    private void opened(Recorded<OpeningStockRecorded> recorded) {
        var fact = recorded.event();
        add(Document.posted(recorded.company(), fact.document(), Document.Kind.OPENING, recorded.on()));
        arrive(recorded, fact.document(), fact.lines());
    }

    private void received(Recorded<GoodsReceived> recorded) {
        var fact = recorded.event();
        add(Document.posted(recorded.company(), fact.receipt(), Document.Kind.RECEIPT, recorded.on()))
                .apply(fact);
        arrive(recorded, fact.receipt(), fact.lines());
    }

    private void arrive(Recorded<?> recorded, Id document, List<ReceiptLine> lines) {
        lines.forEach(
                line -> rows.newLine(recorded.company(), document, line.line()).apply(line));
        var arriving = new TreeMap<Id, BigDecimal>();
        lines.forEach(line -> arriving.merge(line.product(), line.quantity(), BigDecimal::add));
        stock.move(recorded.company(), recorded.on(), arriving);
    }

    private static SortedMap<Id, BigDecimal> moved(List<MovementLine> lines) {
        var moved = new TreeMap<Id, BigDecimal>();
        lines.forEach(line -> moved.merge(line.product(), line.quantity(), BigDecimal::add));
        return moved;
    }

    private void delivered(Recorded<DeliveryPosted> recorded) {
        var fact = recorded.event();
        var company = recorded.company();
        var planned = rows.find(company, fact.delivery());
        planned.orElseGet(() -> add(Document.posted(company, fact.delivery(), Document.Kind.DELIVERY, recorded.on())))
                .apply(fact, recorded.on());
        if (planned.isPresent()) {
            rows.replaceLines(company, fact.delivery(), fact.lines());
        } else {
            rows.addLines(company, fact.delivery(), fact.lines());
        }
        order(company, fact.order()).moved();
        lookUp(company, fact.order(), fact.lines().size());
        fact.lines().forEach(line -> rows.orderLine(company, fact.order(), line.orderLine(), line.product())
                .delivered(line.quantity()));
        var leaving = moved(fact.lines());
        leaving.replaceAll((product, quantity) -> quantity.negate());
        stock.move(company, recorded.on(), leaving);
    }

    private void returned(Recorded<GoodsReturned> recorded) {
        var fact = recorded.event();
        var company = recorded.company();
        add(Document.posted(company, fact.returned(), Document.Kind.RETURN, recorded.on()))
                .apply(fact);
        rows.addLines(company, fact.returned(), fact.lines());
        rows.find(company, fact.delivery()).ifPresent(Document::returned);
        var delivered = rows.lines(company, fact.delivery());
        fact.lines().forEach(line -> takeBack(delivered, line));
        order(company, fact.order()).moved();
        rows.orderLines(company, fact.order()); // read at once, for each is looked up now
        fact.lines().forEach(line -> rows.orderLine(company, fact.order(), line.orderLine(), line.product())
                .returned(line.quantity()));
        stock.move(company, recorded.on(), moved(fact.lines()));
    }

    private static void takeBack(List<DocumentLine> delivered, MovementLine coming) {
        var rest = coming.quantity();
        for (var line : delivered) {
            if (line.orderLine() == coming.orderLine() && line.product().equals(coming.product())) {
                rest = rest.subtract(line.takeBack(rest));
            }
        }
    }

    private Document add(Document document) {
        numbers.take(document.company(), document.id()).ifPresent(document::numbered);
        return rows.add(document);
    }

    private KnownOrder add(KnownOrder order) {
        numbers.take(order.company(), order.id()).ifPresent(order::numbered);
        return rows.add(order);
    }

    private KnownOrder order(Id company, Id order) {
        return rows.findOrder(company, order).orElseGet(() -> add(new KnownOrder(company, order)));
    }
}
