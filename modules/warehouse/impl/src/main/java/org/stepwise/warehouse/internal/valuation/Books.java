package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.warehouse.event.ValuationMethodSet;
import org.stepwise.warehouse.internal.sql.Sql;

/** The rows that the valuation keeps: values of products, costs of deliveries, movements, methods. */
@Component(service = Books.class)
public final class Books {
    private static final String OF_PRODUCT = " WHERE company = ? AND product = ?";

    private final Sql sql;

    @Activate
    public Books(@Reference Sql sql) {
        this.sql = sql;
    }

    void found(Id company, String currency) {
        sql.put(
                new Sql.Statement("UPDATE warehouse.book SET currency = ? WHERE company = ?", currency, company),
                new Sql.Statement("INSERT INTO warehouse.book (company, currency) VALUES (?, ?)", company, currency));
    }

    Optional<String> currency(Id company) {
        return sql.first(row -> row.getString(1), "SELECT currency FROM warehouse.book WHERE company = ?", company);
    }

    void set(Id company, ValuationMethodSet setting) {
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.valuation_method SET method = ? WHERE company = ? AND valid_from = ?",
                        setting.method(),
                        company,
                        setting.validFrom()),
                new Sql.Statement(
                        "INSERT INTO warehouse.valuation_method (company, valid_from, method) VALUES (?, ?, ?)",
                        company,
                        setting.validFrom(),
                        setting.method()));
    }

    Method method(Id company, LocalDate on) {
        return sql.first(
                        row -> Method.valueOf(row.getString(1)),
                        "SELECT method FROM warehouse.valuation_method WHERE company = ? AND valid_from <= ?"
                                + " ORDER BY valid_from DESC FETCH FIRST 1 ROWS ONLY",
                        company,
                        on)
                .orElse(Method.FIFO);
    }

    void know(Id company, Id product, boolean goods) {
        if (sql.write("UPDATE warehouse.stock_value SET goods = ?" + OF_PRODUCT, goods, company, product) == 0) {
            insert(company, product, goods, ProductValue.Standing.nothing(Method.FIFO));
        }
    }

    /** False for what is known not to be kept in stock. */
    boolean goods(Id company, Id product) {
        return sql.first(
                        row -> row.getBoolean(1),
                        "SELECT goods FROM warehouse.stock_value" + OF_PRODUCT,
                        company,
                        product)
                .orElse(true);
    }

    ProductValue load(Id company, Id product) {
        var standing = sql.first(
                        row -> new ProductValue.Standing(
                                row.getBigDecimal(1),
                                row.getBigDecimal(2),
                                row.getBigDecimal(3),
                                Method.valueOf(row.getString(4)),
                                row.getLong(5)),
                        "SELECT quantity, amount, last_cost, method, next_layer" + " FROM warehouse.stock_value"
                                + OF_PRODUCT,
                        company,
                        product)
                .orElse(ProductValue.Standing.nothing(Method.FIFO));
        return new ProductValue(standing, new StoredLayers(sql, company, product));
    }

    void save(Id company, Id product, ProductValue value) {
        var standing = value.standing();
        var updated = sql.write(
                "UPDATE warehouse.stock_value SET quantity = ?, amount = ?, last_cost = ?, method = ?, next_layer = ?"
                        + OF_PRODUCT,
                standing.quantity(),
                standing.amount(),
                standing.lastCost(),
                standing.method(),
                standing.nextLayer(),
                company,
                product);
        if (updated == 0) {
            insert(company, product, true, standing);
        }
    }

    private void insert(Id company, Id product, boolean goods, ProductValue.Standing standing) {
        sql.write(
                "INSERT INTO warehouse.stock_value (company, product, goods, quantity, amount, last_cost, method,"
                        + " next_layer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                company,
                product,
                goods,
                standing.quantity(),
                standing.amount(),
                standing.lastCost(),
                standing.method(),
                standing.nextLayer());
    }

    Optional<DeliveredCost> delivered(Id company, Id delivery, int orderLine) {
        return sql.first(
                row -> new DeliveredCost(row.getBigDecimal(1), row.getBigDecimal(2)),
                "SELECT quantity, amount FROM warehouse.issue WHERE company = ? AND delivery = ? AND order_line = ?",
                company,
                delivery,
                orderLine);
    }

    /** Adds to what a delivered order line cost; takes from it when negative. */
    void charge(Id company, Id delivery, int orderLine, BigDecimal quantity, BigDecimal amount) {
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.issue SET quantity = quantity + ?, amount = amount + ?"
                                + " WHERE company = ? AND delivery = ? AND order_line = ?",
                        quantity,
                        amount,
                        company,
                        delivery,
                        orderLine),
                new Sql.Statement(
                        "INSERT INTO warehouse.issue (company, delivery, order_line, quantity, amount)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        company,
                        delivery,
                        orderLine,
                        quantity,
                        amount));
    }

    void enter(Movement movement) {
        sql.write(
                "INSERT INTO warehouse.movement (company, cause, document, line, kind, product, on_date, quantity,"
                        + " amount, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                movement.company(),
                movement.cause(),
                movement.document(),
                movement.line(),
                movement.kind(),
                movement.product(),
                movement.on(),
                movement.quantity(),
                movement.amount(),
                movement.id());
    }

    /** Two lines of one receipt may settle the same delivery line. */
    void correct(Movement movement) {
        var updated = sql.write(
                "UPDATE warehouse.movement SET amount = amount + ?"
                        + " WHERE company = ? AND cause = ? AND document = ? AND line = ?",
                movement.amount(),
                movement.company(),
                movement.cause(),
                movement.document(),
                movement.line());
        if (updated == 0) {
            enter(movement);
        }
    }

    /**
     * A line of the ledger of movements.
     *
     * @param cause the document, or when it corrects the one that made the cost known
     * @param id rises with the log
     */
    record Movement(
            Id company,
            Id cause,
            Id document,
            int line,
            String kind,
            Id product,
            LocalDate on,
            BigDecimal quantity,
            BigDecimal amount,
            long id) {}
}
