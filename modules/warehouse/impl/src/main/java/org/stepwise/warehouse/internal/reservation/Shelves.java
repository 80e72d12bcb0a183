package org.stepwise.warehouse.internal.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The shelves of one company, and the demands for what lies on them, in one transaction. */
final class Shelves implements Transactions.Pending {
    private static final String DEMANDS = "SELECT order_id, line, product, ordered, delivered, reserved, seq, held"
            + " FROM warehouse.demand WHERE company = ?";

    private final Sql sql;
    private final Id company;
    private final Rows<Id, Supply> supplies;
    private final Rows<Line, Demand> demands;

    private record Line(Id order, int number) {
        static Line of(Demand demand) {
            return new Line(demand.order(), demand.line());
        }
    }

    Shelves(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
        this.supplies = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.supply",
                        List.of("company", "product"),
                        product -> List.of(company, product),
                        List.of("goods", "on_hand", "reserved", "backordered"),
                        supply -> List.of(supply.goods(), supply.onHand(), supply.reserved(), supply.backordered())));
        this.demands = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.demand",
                        List.of("company", "order_id", "line"),
                        line -> List.of(company, line.order(), line.number()),
                        List.of("product", "ordered", "delivered", "reserved", "seq", "held"),
                        demand -> List.of(
                                demand.product(),
                                demand.ordered(),
                                demand.delivered(),
                                demand.reserved(),
                                demand.seq(),
                                demand.held())));
    }

    /** Looks up in one statement what an event is about to touch. */
    Shelves with(Collection<Id> products) {
        var unknown = supplies.unknown(products);
        var found = new HashMap<Id, Supply>();
        sql.list(
                row -> found.put(
                        new Id(row.getLong(1)),
                        new Supply(
                                row.getBoolean(2), row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5))),
                "SELECT product, goods, on_hand, reserved, backordered FROM warehouse.supply"
                        + " WHERE company = ? AND product IN (?)",
                company,
                unknown);
        supplies.found(unknown, found);
        return this;
    }

    void know(Id product, boolean goods) {
        supplies.put(product, supply(product).of(goods));
    }

    /** Does nothing where a product is a service. */
    void at(Id product, Consumer<Shelf> work) {
        if (supply(product).goods()) {
            var shelf = new Shelf(supply(product), new OfProduct(product));
            work.accept(shelf);
            supplies.put(product, shelf.supply());
        }
    }

    private Supply supply(Id product) {
        return supplies.get(product).orElse(Supply.NOTHING);
    }

    /** The unfinished demands of an order, in the order of its lines. */
    List<Demand> of(Id order) {
        demands.write();
        var found = list(DEMANDS + " AND order_id = ? ORDER BY line", order);
        return found.stream().map(this::taken).toList();
    }

    private List<Demand> list(String query, Id of) {
        return sql.list(Shelves::demand, query, company, of);
    }

    /** The row as it stands in this transaction; the rows have been written, so that it does stand. */
    private Demand taken(Demand stored) {
        return seen(stored).orElseThrow();
    }

    /** Empty if the row is finished in this transaction and not written yet. */
    private Optional<Demand> seen(Demand stored) {
        var line = Line.of(stored);
        demands.found(List.of(line), Map.of(line, stored));
        return demands.get(line);
    }

    private static Demand demand(ResultSet row) throws SQLException {
        return new Demand(
                new Id(row.getLong(1)),
                row.getInt(2),
                new Id(row.getLong(3)),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getLong(7),
                row.getBoolean(8));
    }

    @Override
    public void write() {
        supplies.write();
        demands.write();
    }

    /** The demands for one product. */
    private final class OfProduct implements Demands {
        private final Id product;

        OfProduct(Id product) {
            this.product = product;
        }

        /** All lines of the order at once, because most often all of them are delivered. */
        @Override
        public Optional<Demand> find(Id order, int line) {
            var key = new Line(order, line);
            if (!demands.unknown(List.of(key)).isEmpty()) {
                list(DEMANDS + " AND order_id = ?", order).forEach(Shelves.this::seen);
                demands.found(List.of(key), Map.of());
            }
            return demands.get(key).filter(demand -> demand.product().equals(product));
        }

        @Override
        public Optional<Demand> oldestWaiting() {
            return first(" AND ordered > delivered + reserved ORDER BY seq, line");
        }

        @Override
        public Optional<Demand> leastEntitled() {
            return first(" AND reserved > 0 ORDER BY held, seq DESC, line DESC");
        }

        private Optional<Demand> first(String which) {
            demands.write();
            return list(DEMANDS + " AND product = ?" + which + " FETCH FIRST 1 ROWS ONLY", product).stream()
                    .findFirst()
                    .map(Shelves.this::taken);
        }

        @Override
        public void put(Demand demand) {
            demands.put(Line.of(demand), demand);
        }

        @Override
        public void remove(Demand demand) {
            demands.remove(Line.of(demand));
        }
    }
}
