package org.stepwise.warehouse.internal.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.warehouse.internal.sql.Sql;

/** The rows of {@code warehouse.demand} of one product. */
final class StoredDemands implements Demands {
    static final String COLUMNS = "order_id, line, product, ordered, delivered, reserved, active, seq";

    private static final String OF_PRODUCT =
            "SELECT " + COLUMNS + " FROM warehouse.demand WHERE company = ? AND product = ? AND active = TRUE";

    private final Sql sql;
    private final Id company;
    private final Id product;

    StoredDemands(Sql sql, Id company, Id product) {
        this.sql = sql;
        this.company = company;
        this.product = product;
    }

    static Demand read(ResultSet row) throws SQLException {
        return new Demand(
                new Id(row.getLong(1)),
                row.getInt(2),
                new Id(row.getLong(3)),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBoolean(7),
                row.getLong(8));
    }

    @Override
    public Optional<Demand> find(Id order, int line) {
        return sql.first(
                StoredDemands::read,
                "SELECT " + COLUMNS + " FROM warehouse.demand WHERE company = ? AND order_id = ? AND line = ?"
                        + " AND product = ?",
                company,
                order,
                line,
                product);
    }

    @Override
    public Optional<Demand> oldestWaiting() {
        return sql.first(
                StoredDemands::read,
                OF_PRODUCT + " AND ordered > delivered + reserved ORDER BY seq, line FETCH FIRST 1 ROWS ONLY",
                company,
                product);
    }

    @Override
    public Optional<Demand> youngestReserved() {
        return sql.first(
                StoredDemands::read,
                OF_PRODUCT + " AND reserved > 0 ORDER BY seq DESC, line DESC FETCH FIRST 1 ROWS ONLY",
                company,
                product);
    }

    /** A demand is active while something of it is to come, so that finished ones are not searched for ever. */
    @Override
    public void put(Demand demand) {
        var active = demand.active() && demand.delivered().compareTo(demand.ordered()) < 0;
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.demand SET delivered = ?, reserved = ?, active = ?"
                                + " WHERE company = ? AND order_id = ? AND line = ?",
                        demand.delivered(),
                        demand.reserved(),
                        active,
                        company,
                        demand.order(),
                        demand.line()),
                new Sql.Statement(
                        "INSERT INTO warehouse.demand (company, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        company,
                        demand.order(),
                        demand.line(),
                        product,
                        demand.ordered(),
                        demand.delivered(),
                        demand.reserved(),
                        active,
                        demand.seq()));
    }
}
