package org.stepwise.warehouse.internal.valuation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The layers and debts of one company in one transaction. */
final class StoredLayers implements Transactions.Pending {
    private static final String LAYER =
            "SELECT seq, quantity, amount FROM warehouse.layer WHERE company = ? AND product = ?";
    private static final String DEBT = "SELECT seq, document, line, order_id, order_line, quantity, amount"
            + " FROM warehouse.owed WHERE company = ? AND product = ?";
    private static final String OF_MANY = "SELECT l.seq, l.quantity, l.amount, l.product FROM warehouse.stock_value v"
            + " JOIN warehouse.layer l ON l.company = v.company AND l.product = v.product AND l.seq = ";
    private static final String AMONG = " WHERE v.company = ? AND v.product IN (?)";
    private static final String OLDEST_OF_MANY = OF_MANY
            + "(SELECT MIN(m.seq) FROM warehouse.layer m WHERE m.company = v.company AND m.product = v.product)"
            + AMONG;
    private static final String NEWEST_OF_MANY = OF_MANY + "v.next_layer - 1" + AMONG;
    private static final String OLDEST = " ORDER BY company, product, seq FETCH FIRST 1 ROWS ONLY";

    private final Sql sql;
    private final Id company;
    private final Rows<Key, Layer> layers;
    private final Rows<Key, Debt> debts;
    // Goods come in behind the oldest, so that it stays the oldest until it is used up.
    private final Map<Id, Key> oldest = new HashMap<>();
    private final Set<Id> changed = new HashSet<>();

    private record Key(Id product, long seq) {}

    StoredLayers(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
        var key = List.of("company", "product", "seq");
        this.layers = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.layer",
                        key,
                        one -> List.of(company, one.product(), one.seq()),
                        List.of("quantity", "amount"),
                        layer -> List.of(layer.quantity(), layer.amount())));
        this.debts = new Rows<>(
                sql,
                new Rows.Table<>(
                        "warehouse.owed",
                        key,
                        one -> List.of(company, one.product(), one.seq()),
                        List.of("document", "line", "order_id", "order_line", "quantity", "amount"),
                        StoredLayers::columns));
    }

    private static List<Object> columns(Debt debt) {
        var issue = debt.issue();
        return List.of(
                issue.delivery(), issue.line(), issue.order(), issue.orderLine(), debt.quantity(), debt.amount());
    }

    /** Looks up in one statement what goods of these products leave from. */
    void lookUpOldest(Collection<Id> products) {
        var asked = unchanged(products).stream()
                .filter(product -> !oldest.containsKey(product))
                .toList();
        lookUp(OLDEST_OF_MANY, asked).forEach((key, layer) -> oldest.put(key.product(), key));
    }

    /** Looks up in one statement what goods of these products may be added to. */
    void lookUpNewest(Collection<Id> products, ToLongFunction<Id> newest) {
        var asked = unchanged(products);
        lookUp(NEWEST_OF_MANY, asked);
        layers.found(
                asked.stream()
                        .map(product -> new Key(product, newest.applyAsLong(product)))
                        .toList(),
                Map.of());
    }

    /** Of the others the tables do not tell yet what is so. */
    private List<Id> unchanged(Collection<Id> products) {
        return products.stream()
                .distinct()
                .filter(product -> !changed.contains(product))
                .toList();
    }

    private Map<Key, Layer> lookUp(String query, List<Id> products) {
        var found = new HashMap<Key, Layer>();
        sql.list(
                row -> found.put(new Key(new Id(row.getLong(4)), row.getLong(1)), layer(row)),
                query,
                company,
                products);
        layers.found(List.of(), found);
        return found;
    }

    Layers of(Id product) {
        return new OfProduct(product);
    }

    @Override
    public void write() {
        layers.write();
        debts.write();
        changed.clear();
    }

    private static Layer layer(ResultSet row) throws SQLException {
        return new Layer(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3));
    }

    private static Debt debt(ResultSet row) throws SQLException {
        var issue = new Issue(new Id(row.getLong(2)), row.getInt(3), new Id(row.getLong(4)), row.getInt(5));
        return new Debt(row.getLong(1), issue, row.getBigDecimal(6), row.getBigDecimal(7));
    }

    /** Those of one product. */
    private final class OfProduct implements Layers {
        private final Id product;

        OfProduct(Id product) {
            this.product = product;
        }

        private Key key(long seq) {
            return new Key(product, seq);
        }

        @Override
        public Optional<Layer> oldest() {
            var known = oldest.get(product);
            if (known != null) {
                return layers.get(known);
            }
            writeChanged();
            var found = sql.first(StoredLayers::layer, LAYER + OLDEST, company, product);
            found.ifPresent(layer -> oldest.put(product, known(layer)));
            return found;
        }

        /** What the database is asked for must be there; other products' changes may wait. */
        private void writeChanged() {
            if (changed.contains(product)) {
                write();
            }
        }

        private Key known(Layer layer) {
            layers.found(List.of(), Map.of(key(layer.seq()), layer));
            return key(layer.seq());
        }

        @Override
        public Optional<Layer> find(long seq) {
            if (!layers.unknown(List.of(key(seq))).isEmpty()) {
                var found = sql.first(StoredLayers::layer, LAYER + " AND seq = ?", company, product, seq);
                found.ifPresent(this::known);
                layers.found(List.of(key(seq)), Map.of());
            }
            return layers.get(key(seq));
        }

        @Override
        public void put(Layer layer) {
            changed.add(product);
            layers.put(key(layer.seq()), layer);
        }

        @Override
        public void remove(Layer layer) {
            changed.add(product);
            layers.remove(key(layer.seq()));
            oldest.remove(product, key(layer.seq()));
        }

        @Override
        public Optional<Debt> oldestDebt() {
            writeChanged();
            var found = sql.first(StoredLayers::debt, DEBT + OLDEST, company, product);
            found.ifPresent(debt -> debts.found(List.of(), Map.of(key(debt.seq()), debt)));
            return found;
        }

        @Override
        public void put(Debt debt) {
            changed.add(product);
            debts.put(key(debt.seq()), debt);
        }

        @Override
        public void remove(Debt debt) {
            changed.add(product);
            debts.remove(key(debt.seq()));
        }
    }
}
