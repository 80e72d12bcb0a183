package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The rows that the valuation keeps of one company, in one transaction: values, costs of deliveries, movements. */
final class OpenBooks implements Transactions.Pending {
    private final Sql sql;
    private final Books books;
    private final Id company;
    private final StoredLayers layers;
    private final Rows<Id, Value> values;
    private final Rows<Delivered, DeliveredCost> issues;
    private final Rows<MovementKey, Movement> movements;
    private NavigableMap<LocalDate, Method> methods;
    private String currency;

    /** False for {@code goods}: known not to be kept in stock. */
    private record Value(boolean goods, ProductValue.Standing standing) {
        static final Value NOTHING = new Value(true, ProductValue.Standing.nothing(Method.FIFO));
    }

    private record Delivered(Id delivery, int orderLine) {}

    /** The cause is the document, or when it corrects the one that made the cost known. */
    private record MovementKey(Id cause, Id document, int line) {}

    /**
     * A line of the ledger of movements.
     *
     * @param id rises with the log
     */
    record Movement(String kind, Id product, LocalDate on, BigDecimal quantity, BigDecimal amount, long id) {
        Movement plus(BigDecimal more) {
            return new Movement(kind, product, on, quantity, amount.add(more), id);
        }
    }

    OpenBooks(Sql sql, Books books, Id company) {
        this.sql = sql;
        this.books = books;
        this.company = company;
        this.layers = new StoredLayers(sql, company);
        this.values = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.stock_value",
                        List.of("company", "product"),
                        product -> List.of(company, product),
                        List.of("goods", "quantity", "amount", "last_cost", "method", "next_layer"),
                        OpenBooks::columns));
        this.issues = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.issue",
                        List.of("company", "delivery", "order_line"),
                        line -> List.of(company, line.delivery(), line.orderLine()),
                        List.of("quantity", "amount"),
                        cost -> List.of(cost.quantity(), cost.amount())));
        this.movements = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.movement",
                        List.of("company", "cause", "document", "line"),
                        line -> List.of(company, line.cause(), line.document(), line.line()),
                        List.of("kind", "product", "on_date", "quantity", "amount", "id"),
                        moved -> List.of(
                                moved.kind(),
                                moved.product(),
                                moved.on(),
                                moved.quantity(),
                                moved.amount(),
                                moved.id())));
    }

    private static List<Object> columns(Value value) {
        var standing = value.standing();
        return List.of(
                value.goods(),
                standing.quantity(),
                standing.amount(),
                standing.lastCost(),
                standing.method(),
                standing.nextLayer());
    }

    String currency() {
        if (currency == null) {
            currency = books.currency(company)
                    .orElseThrow(() -> new IllegalStateException(
                            "company " + company + " has no currency: its founding is missing in the log"));
        }
        return currency;
    }

    Method method(LocalDate on) {
        if (methods == null) {
            methods = books.methods(company);
        }
        var since = methods.floorEntry(on);
        return since == null ? Method.FIFO : since.getValue();
    }

    /** Looks up in one statement what an event is about to touch. */
    OpenBooks with(Collection<Id> products) {
        var unknown = values.unknown(products);
        var found = new HashMap<Id, Value>();
        sql.list(
                row -> found.put(
                        new Id(row.getLong(1)),
                        new Value(
                                row.getBoolean(2),
                                new ProductValue.Standing(
                                        row.getBigDecimal(3),
                                        row.getBigDecimal(4),
                                        row.getBigDecimal(5),
                                        Method.valueOf(row.getString(6)),
                                        row.getLong(7)))),
                "SELECT product, goods, quantity, amount, last_cost, method, next_layer FROM warehouse.stock_value"
                        + " WHERE company = ? AND product IN (?)",
                company,
                unknown);
        values.found(unknown, found);
        return this;
    }

    /** As {@link #with}; of several products also what they leave from. */
    OpenBooks leaving(Collection<Id> products) {
        with(products);
        if (several(products)) {
            layers.lookUpOldest(products);
        }
        return this;
    }

    /** As {@link #with}; of several products also what they are added to. */
    OpenBooks arriving(Collection<Id> products) {
        with(products);
        if (several(products)) {
            layers.lookUpNewest(products, product -> value(product).standing().nextLayer() - 1);
        }
        return this;
    }

    private static boolean several(Collection<Id> products) {
        return products.stream().distinct().skip(1).findAny().isPresent();
    }

    private Value value(Id product) {
        return values.get(product).orElse(Value.NOTHING);
    }

    boolean goods(Id product) {
        return value(product).goods();
    }

    void know(Id product, boolean goods) {
        values.put(product, new Value(goods, value(product).standing()));
    }

    ProductValue load(Id product, LocalDate on) {
        var value = new ProductValue(value(product).standing(), layers.of(product));
        value.valueBy(method(on));
        return value;
    }

    void save(Id product, ProductValue value) {
        values.put(product, new Value(true, value.standing()));
    }

    /** What a delivered order line cost, as far as it did not come back. */
    DeliveredCost delivered(Id delivery, int orderLine) {
        var key = new Delivered(delivery, orderLine);
        if (!issues.unknown(List.of(key)).isEmpty()) {
            var found = new HashMap<Delivered, DeliveredCost>();
            sql.list(
                    row -> found.put(
                            new Delivered(delivery, row.getInt(1)),
                            new DeliveredCost(row.getBigDecimal(2), row.getBigDecimal(3))),
                    "SELECT order_line, quantity, amount FROM warehouse.issue WHERE company = ? AND delivery = ?",
                    company,
                    delivery);
            issues.found(List.of(key), found);
        }
        return issues.get(key).orElse(DeliveredCost.NONE);
    }

    /** Charges a delivery with its cost: of a new delivery nothing can be known yet. */
    void issue(Id delivery, int orderLine, BigDecimal quantity, BigDecimal amount) {
        var key = new Delivered(delivery, orderLine);
        issues.found(List.of(key), Map.of());
        charge(delivery, orderLine, quantity, amount);
    }

    /** Adds to what a delivered order line cost; takes from it when negative. */
    void charge(Id delivery, int orderLine, BigDecimal quantity, BigDecimal amount) {
        var cost = delivered(delivery, orderLine).plus(quantity, amount);
        issues.put(new Delivered(delivery, orderLine), cost);
    }

    void enter(Id document, int line, Movement movement) {
        movements.put(new MovementKey(document, document, line), movement);
    }

    /** Two lines of one receipt may settle the same delivery line. */
    void correct(Id cause, Issue corrected, Movement movement) {
        var key = new MovementKey(cause, corrected.delivery(), corrected.line());
        var first = !movements.unknown(List.of(key)).isEmpty();
        movements.put(key, first ? movement : movements.get(key).orElseThrow().plus(movement.amount()));
    }

    @Override
    public void write() {
        values.write();
        layers.write();
        issues.write();
        movements.write();
    }
}
