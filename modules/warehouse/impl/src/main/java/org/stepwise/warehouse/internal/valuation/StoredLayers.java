package org.stepwise.warehouse.internal.valuation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.warehouse.internal.sql.Sql;

/** The rows of {@code warehouse.layer} and {@code warehouse.owed} of one product. */
final class StoredLayers implements Layers {
    private static final String ONE = " WHERE company = ? AND product = ? AND seq = ?";
    private static final String OLDEST =
            " WHERE company = ? AND product = ? ORDER BY company, product, seq FETCH FIRST 1 ROWS ONLY";

    private final Sql sql;
    private final Id company;
    private final Id product;

    StoredLayers(Sql sql, Id company, Id product) {
        this.sql = sql;
        this.company = company;
        this.product = product;
    }

    private static Layer layer(ResultSet row) throws SQLException {
        return new Layer(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3));
    }

    private static Debt debt(ResultSet row) throws SQLException {
        var issue = new Issue(new Id(row.getLong(2)), row.getInt(3), new Id(row.getLong(4)), row.getInt(5));
        return new Debt(row.getLong(1), issue, row.getBigDecimal(6), row.getBigDecimal(7));
    }

    @Override
    public Optional<Layer> oldest() {
        return sql.first(
                StoredLayers::layer, "SELECT seq, quantity, amount FROM warehouse.layer" + OLDEST, company, product);
    }

    @Override
    public Optional<Layer> find(long seq) {
        return sql.first(
                StoredLayers::layer, "SELECT seq, quantity, amount FROM warehouse.layer" + ONE, company, product, seq);
    }

    @Override
    public void put(Layer layer) {
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.layer SET quantity = ?, amount = ?" + ONE,
                        layer.quantity(),
                        layer.amount(),
                        company,
                        product,
                        layer.seq()),
                new Sql.Statement(
                        "INSERT INTO warehouse.layer (company, product, seq, quantity, amount) VALUES (?, ?, ?, ?, ?)",
                        company,
                        product,
                        layer.seq(),
                        layer.quantity(),
                        layer.amount()));
    }

    @Override
    public void remove(Layer layer) {
        sql.write("DELETE FROM warehouse.layer" + ONE, company, product, layer.seq());
    }

    @Override
    public Optional<Debt> oldestDebt() {
        return sql.first(
                StoredLayers::debt,
                "SELECT seq, document, line, order_id, order_line, quantity, amount FROM warehouse.owed" + OLDEST,
                company,
                product);
    }

    @Override
    public void put(Debt debt) {
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.owed SET quantity = ?, amount = ?" + ONE,
                        debt.quantity(),
                        debt.amount(),
                        company,
                        product,
                        debt.seq()),
                new Sql.Statement(
                        "INSERT INTO warehouse.owed (company, product, seq, document, line, order_id, order_line,"
                                + " quantity, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        company,
                        product,
                        debt.seq(),
                        debt.issue().delivery(),
                        debt.issue().line(),
                        debt.issue().order(),
                        debt.issue().orderLine(),
                        debt.quantity(),
                        debt.amount()));
    }

    @Override
    public void remove(Debt debt) {
        sql.write("DELETE FROM warehouse.owed" + ONE, company, product, debt.seq());
    }
}
