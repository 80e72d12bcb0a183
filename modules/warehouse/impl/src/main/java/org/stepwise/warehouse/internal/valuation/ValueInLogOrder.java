package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.warehouse.event.StockValued.ValuedLine;
import org.stepwise.warehouse.internal.valuation.ProductValue.Settled;

/** Values what moved strictly in the order of the log, and concludes its cost; {@link ProductValue} has the rules. */
@Component(service = Reaction.class)
public final class ValueInLogOrder implements Reaction {
    static final String NAME = "warehouse.valuation";

    /** So many movements of an event have their place in the order of the log. */
    private static final long IN_PLACE = 1L << 15;

    /** The corrections of a document that settles more debts than that stand behind everything, as many as these. */
    private static final long BEHIND = 1L << 62;

    private static final long MOST_MOVEMENTS = 1L << 20;

    private final Books books;

    @Activate
    public ValueInLogOrder(@Reference Books books) {
        this.books = books;
    }

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void define(Handlers on) {
        on.react(
                CompanyFounded.class,
                fact -> List.<String>of(),
                (entry, conclude) -> books.found(entry.company(), entry.event().currency()));
        on.react(ProductRecorded.class, fact -> List.of(fact.product().toString()), (entry, conclude) -> know(entry));
        on.react(OpeningStockRecorded.class, fact -> keys(fact.lines(), ReceiptLine::product), this::open);
        on.react(GoodsReceived.class, fact -> keys(fact.lines(), ReceiptLine::product), this::receive);
        on.react(DeliveryPosted.class, fact -> keys(fact.lines(), MovementLine::product), this::deliver);
        on.react(GoodsReturned.class, fact -> keys(fact.lines(), MovementLine::product), this::takeBack);
        on.reconclude(StockValued.class, said -> keys(said.lines(), ValuedLine::product), Revalued::conclude);
    }

    private static <L> Collection<String> keys(List<L> lines, Function<L, Id> product) {
        return lines.stream().map(line -> product.apply(line).toString()).toList();
    }

    private void know(Entry<ProductRecorded> entry) {
        var fact = entry.event();
        books.open(entry.company())
                .with(List.of(fact.product()))
                .know(fact.product(), fact.kind().equals("GOODS"));
    }

    private void open(Entry<OpeningStockRecorded> entry, Conclusions conclude) {
        var fact = entry.event();
        var open = books.open(entry.company()).arriving(products(fact.lines(), ReceiptLine::product));
        var work = new Work(entry, "OPENING", fact.document(), open, fact.currency());
        fact.lines().forEach(work::receive);
        work.conclude(conclude, null);
    }

    private void receive(Entry<GoodsReceived> entry, Conclusions conclude) {
        var fact = entry.event();
        var open = books.open(entry.company()).arriving(products(fact.lines(), ReceiptLine::product));
        var work = new Work(entry, "RECEIPT", fact.receipt(), open, fact.currency());
        fact.lines().forEach(work::receive);
        work.conclude(conclude, null);
    }

    private void deliver(Entry<DeliveryPosted> entry, Conclusions conclude) {
        var fact = entry.event();
        var open = books.open(entry.company()).leaving(products(fact.lines(), MovementLine::product));
        var work = new Work(entry, "DELIVERY", fact.delivery(), open, open.currency());
        fact.lines().forEach(line -> work.deliver(fact, line));
        work.conclude(conclude, fact.order());
    }

    private void takeBack(Entry<GoodsReturned> entry, Conclusions conclude) {
        var fact = entry.event();
        var open = books.open(entry.company()).arriving(products(fact.lines(), MovementLine::product));
        var work = new Work(entry, "RETURN", fact.returned(), open, open.currency());
        fact.lines().forEach(line -> work.takeBack(fact, line));
        work.conclude(conclude, fact.order());
    }

    private static <L> List<Id> products(List<L> lines, Function<L, Id> product) {
        return lines.stream().map(product).toList();
    }

    /** One document on its way through the books. */
    private static final class Work {
        private final Entry<?> entry;
        private final String kind;
        private final Id document;
        private final OpenBooks books;
        private final Valued valued;
        private int movements;

        Work(Entry<?> entry, String kind, Id document, OpenBooks books, String currency) {
            this.entry = entry;
            this.kind = kind;
            this.document = document;
            this.books = books;
            this.valued = new Valued(currency);
        }

        void receive(ReceiptLine line) {
            if (!books.goods(line.product())) {
                return;
            }
            var value = books.load(line.product(), entry.on());
            var quantity = Amounts.quantity(line.quantity());
            var amount = Amounts.document(line.worth());
            var before = value.amount();
            var settled = value.receive(quantity, amount);
            books.save(line.product(), value);
            valued.line(line.line(), line.product(), quantity, before, amount);
            enter(line.line(), line.product(), quantity, amount);
            settle(line.line(), line.product(), before.add(amount), settled);
        }

        void deliver(DeliveryPosted fact, MovementLine line) {
            if (!books.goods(line.product())) {
                return;
            }
            var value = books.load(line.product(), entry.on());
            var quantity = Amounts.quantity(line.quantity());
            var before = value.amount();
            var issue = new Issue(fact.delivery(), line.line(), fact.order(), line.orderLine());
            var cost = value.issue(issue, quantity);
            books.save(line.product(), value);
            books.issue(fact.delivery(), line.orderLine(), quantity, cost);
            valued.line(line.line(), line.product(), quantity.negate(), before, cost.negate());
            enter(line.line(), line.product(), quantity.negate(), cost.negate());
        }

        void takeBack(GoodsReturned fact, MovementLine line) {
            if (!books.goods(line.product())) {
                return;
            }
            var value = books.load(line.product(), entry.on());
            var quantity = Amounts.quantity(line.quantity());
            var delivered = books.delivered(fact.delivery(), line.orderLine());
            var known = quantity.min(delivered.quantity());
            var cost = delivered.of(known).add(value.estimate(quantity.subtract(known)));
            var before = value.amount();
            var settled = value.takeBack(quantity, cost);
            books.save(line.product(), value);
            books.charge(
                    fact.delivery(),
                    line.orderLine(),
                    known.negate(),
                    delivered.of(known).negate());
            valued.line(line.line(), line.product(), quantity, before, cost);
            enter(line.line(), line.product(), quantity, cost);
            settle(line.line(), line.product(), before.add(cost), settled);
        }

        private long nextId() {
            var next = movements++;
            return next < IN_PLACE
                    ? entry.position() * IN_PLACE + next
                    : BEHIND + entry.position() * MOST_MOVEMENTS + next;
        }

        private OpenBooks.Movement movement(String itsKind, Id product, BigDecimal quantity, BigDecimal amount) {
            return new OpenBooks.Movement(itsKind, product, entry.on(), quantity, amount, nextId());
        }

        private void enter(int line, Id product, BigDecimal quantity, BigDecimal amount) {
            books.enter(document, line, movement(kind, product, quantity, amount));
        }

        /** What was delivered before it came in cost more or less than charged: a later return takes the true cost. */
        private void settle(int line, Id product, BigDecimal before, List<Settled> settled) {
            valued.correction(line, product, before, settled);
            settled.stream().filter(one -> one.amount().signum() != 0).forEach(one -> correct(product, one));
        }

        private void correct(Id product, Settled settled) {
            var issue = settled.issue();
            books.charge(
                    issue.delivery(),
                    issue.orderLine(),
                    BigDecimal.ZERO,
                    settled.amount().negate());
            books.correct(document, issue, movement("CORRECTION", product, BigDecimal.ZERO, settled.amount()));
        }

        void conclude(Conclusions conclude, Id order) {
            valued.of(document, kind, order).forEach(conclude::append);
        }
    }
}
