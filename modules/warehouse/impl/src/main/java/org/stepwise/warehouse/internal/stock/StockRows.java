package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** The guard row of each product, and what is promised of it. */
@Component(service = StockRows.class)
public final class StockRows {
    private static final String OF_PRODUCT = " WHERE company = ? AND product = ?";

    /** A hold of another order, while it lasts and its order's reservation has not taken its place. */
    private static final String COUNTS = " AND h.order_id <> ? AND h.expires_at > ? AND NOT EXISTS (SELECT 1"
            + " FROM warehouse.demand d WHERE d.company = h.company AND d.order_id = h.order_id"
            + " AND d.product = h.product)";

    private static final String STOCK = " FROM warehouse.stock s"
            + " LEFT JOIN warehouse.supply u ON u.company = s.company AND u.product = s.product"
            + " WHERE s.company = ? AND s.product IN (?)";

    private static final int MANY = 50;

    private static final String INSERT =
            "INSERT INTO warehouse.stock (on_hand, goods, last_on, company, product) VALUES (?, ?, ?, ?, ?)";

    private final Sql sql;

    @Activate
    public StockRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /**
     * What there is of a product, and what of it is promised: reserved for orders, held while they are typed.
     *
     * @param last the last day on which it moved, null if it never did
     */
    public record Level(BigDecimal onHand, BigDecimal reserved, BigDecimal held, LocalDate last) {
        private static final Level NONE = new Level(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null);

        public BigDecimal available() {
            return onHand.subtract(reserved).subtract(held);
        }
    }

    /** Gives goods their row; from then on verbs find something to lock. Of services there is no stock. */
    public void know(Id company, Id product, boolean goods) {
        var known = sql.write("UPDATE warehouse.stock SET goods = ?" + OF_PRODUCT, goods, company, product);
        if (known == 0) {
            sql.write(INSERT, BigDecimal.ZERO, goods, null, company, product);
        }
    }

    /**
     * Adds to what there is: a recorded fact is taken in, whatever is left then. Services are delivered too, but not
     * counted; a product of which nobody has told is taken for goods.
     */
    public void move(Id company, LocalDate on, SortedMap<Id, BigDecimal> quantities) {
        var moves = new ArrayList<Object[]>();
        quantities.forEach((product, quantity) -> moves.add(new Object[] {quantity, on, on, company, product}));
        var known = sql.batch(
                "UPDATE warehouse.stock SET on_hand = CASE WHEN goods = TRUE THEN on_hand + ? ELSE on_hand END,"
                        + " last_on = CASE WHEN last_on > ? THEN last_on ELSE CAST(? AS DATE) END" + OF_PRODUCT,
                moves);
        var unknown = new ArrayList<Object[]>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                var move = moves.get(i);
                unknown.add(new Object[] {move[0], true, on, company, move[4]});
            }
        }
        sql.batch(INSERT, unknown);
    }

    /** What moved of each product on each day after the one given: more than zero came in. */
    Map<Id, SortedMap<LocalDate, BigDecimal>> after(Id company, LocalDate day, Collection<Id> products) {
        var moved = new HashMap<Id, SortedMap<LocalDate, BigDecimal>>();
        sql.list(
                row -> moved.computeIfAbsent(new Id(row.getLong(1)), product -> new TreeMap<>())
                        .put(row.getDate(2).toLocalDate(), row.getBigDecimal(3)),
                "SELECT l.product, d.on_date,"
                        + " SUM(CASE WHEN d.kind = 'DELIVERY' THEN -l.quantity ELSE l.quantity END)"
                        + " FROM warehouse.document d"
                        + " JOIN warehouse.document_line l ON l.company = d.company AND l.document = d.id"
                        + " WHERE d.company = ? AND d.status = 'POSTED' AND d.on_date > ? AND l.product IN (?)"
                        + " GROUP BY l.product, d.on_date",
                company,
                day,
                products);
        return moved;
    }

    /**
     * Keeps the rows of the products for this transaction, in one order for all, so that nobody ever waits in a ring.
     * What is read after it is true until the end: whoever else moves or holds these products waits.
     */
    public void lock(Id company, SortedSet<Id> products) {
        sql.batch(
                "UPDATE warehouse.stock SET on_hand = on_hand" + OF_PRODUCT,
                products.stream()
                        .map(product -> new Object[] {company, product})
                        .toList());
    }

    /**
     * The levels as the order sees them: what it holds itself is not held against it. A hold ends when it expires, and
     * when the order's reservation has taken its place.
     */
    public Map<Id, Level> levels(Id company, Collection<Id> products, Id order, Instant now) {
        var levels = products.size() > MANY
                ? levelsOfMany(company, products, order, now)
                : levelsOfFew(company, products, order, now);
        products.forEach(product -> levels.putIfAbsent(product, Level.NONE));
        return levels;
    }

    private Map<Id, Level> levelsOfFew(Id company, Collection<Id> products, Id order, Instant now) {
        var levels = new HashMap<Id, Level>();
        sql.list(
                row -> levels.put(
                        new Id(row.getLong(1)),
                        new Level(
                                row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4), day(row.getDate(5)))),
                "SELECT s.product, s.on_hand, COALESCE(u.reserved, 0), COALESCE((SELECT SUM(h.quantity)"
                        + " FROM warehouse.stock_hold h WHERE h.company = s.company AND h.product = s.product" + COUNTS
                        + "), 0), s.last_on" + STOCK,
                order,
                now,
                company,
                products);
        return levels;
    }

    /** All that is held is little beside what an order of thousands of products asks: it is read once. */
    private Map<Id, Level> levelsOfMany(Id company, Collection<Id> products, Id order, Instant now) {
        var held = new HashMap<Id, BigDecimal>();
        sql.list(
                row -> held.put(new Id(row.getLong(1)), row.getBigDecimal(2)),
                "SELECT h.product, SUM(h.quantity) FROM warehouse.stock_hold h WHERE h.company = ?" + COUNTS
                        + " GROUP BY h.product",
                company,
                order,
                now);
        var levels = new HashMap<Id, Level>();
        sql.list(
                row -> {
                    var product = new Id(row.getLong(1));
                    var ofProduct = held.getOrDefault(product, BigDecimal.ZERO);
                    return levels.put(
                            product,
                            new Level(row.getBigDecimal(2), row.getBigDecimal(3), ofProduct, day(row.getDate(4))));
                },
                "SELECT s.product, s.on_hand, COALESCE(u.reserved, 0), s.last_on" + STOCK,
                company,
                products);
        return levels;
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** What is reserved for each line of an order. */
    Map<Integer, BigDecimal> reserved(Id company, Id order) {
        var reserved = new HashMap<Integer, BigDecimal>();
        sql.list(
                row -> reserved.put(row.getInt(1), row.getBigDecimal(2)),
                "SELECT line, reserved FROM warehouse.demand WHERE company = ? AND order_id = ?",
                company,
                order);
        return reserved;
    }

    /** Whether a valuation begins on the day. */
    public boolean valuationBegins(Id company, LocalDate day) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT 1 FROM warehouse.valuation_method WHERE company = ? AND valid_from = ?",
                        company,
                        day)
                .isPresent();
    }

    /** The product's code, or while the warehouse does not know it the id. */
    String code(Id company, Id product) {
        return sql.first(
                        row -> row.getString(1),
                        "SELECT code FROM warehouse.product WHERE company = ? AND id = ?",
                        company,
                        product)
                .orElseGet(product::toString);
    }
}
