package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.warehouse.internal.sql.Sql;

/** The guard row of each product, and what is promised of it. */
@Component(service = StockRows.class)
public final class StockRows {
    private static final String OF_PRODUCT = " WHERE company = ? AND product = ?";

    private final Sql sql;

    @Activate
    public StockRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** What there is of a product, and what of it is promised: reserved for orders, held while they are typed. */
    public record Level(BigDecimal onHand, BigDecimal reserved, BigDecimal held) {
        public BigDecimal available() {
            return onHand.subtract(reserved).subtract(held);
        }
    }

    /** Gives the product its row; from then on verbs find something to lock. */
    public void know(Id company, Id product) {
        move(company, product, BigDecimal.ZERO);
    }

    /** Adds to what there is: a recorded fact is taken in, whatever is left then. */
    public void move(Id company, Id product, BigDecimal quantity) {
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.stock SET on_hand = on_hand + ?" + OF_PRODUCT, quantity, company, product),
                new Sql.Statement(
                        "INSERT INTO warehouse.stock (company, product, on_hand) VALUES (?, ?, ?)",
                        company,
                        product,
                        quantity));
    }

    /**
     * Keeps the rows of the products for this transaction, in one order for all, so that nobody ever waits in a ring.
     * What is read after it is true until the end: whoever else moves or holds these products waits.
     */
    public void lock(Id company, SortedSet<Id> products) {
        products.forEach(
                product -> sql.write("UPDATE warehouse.stock SET on_hand = on_hand" + OF_PRODUCT, company, product));
    }

    /** The level as the order sees it: what it holds itself is not held against it. */
    public Level level(Id company, Id product, Id order, Instant now) {
        return new Level(
                amount("SELECT on_hand FROM warehouse.stock" + OF_PRODUCT, company, product),
                amount("SELECT reserved FROM warehouse.supply" + OF_PRODUCT, company, product),
                held(company, product, order, now));
    }

    /** A hold ends when it expires, and when the order's reservation has taken its place. */
    private BigDecimal held(Id company, Id product, Id order, Instant now) {
        return amount(
                "SELECT SUM(h.quantity) FROM warehouse.stock_hold h WHERE h.company = ? AND h.product = ?"
                        + " AND h.order_id <> ? AND h.expires_at > ? AND NOT EXISTS (SELECT 1 FROM warehouse.demand d"
                        + " WHERE d.company = h.company AND d.order_id = h.order_id AND d.product = h.product)",
                company,
                product,
                order,
                now);
    }

    /** What is reserved for one line of an order. */
    public BigDecimal reserved(Id company, Id order, int line) {
        return amount(
                "SELECT reserved FROM warehouse.demand WHERE company = ? AND order_id = ? AND line = ?",
                company,
                order,
                line);
    }

    /** The last business date on which anything moved; empty when nothing ever did. */
    public Optional<LocalDate> lastMovement(Id company) {
        return sql
                .list(
                        row -> row.getDate(1),
                        "SELECT MAX(on_date) FROM warehouse.document WHERE company = ? AND status = 'POSTED'",
                        company)
                .stream()
                .filter(Objects::nonNull)
                .map(Date::toLocalDate)
                .findFirst();
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

    private BigDecimal amount(String query, Object... values) {
        return sql.list(row -> row.getBigDecimal(1), query, values).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
