package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.masterdata.MasterData.PricedProduct;
import org.stepwise.masterdata.MasterData.ProductView;

/** Products as verbs of other modules look them up: all lines of a document in one statement. */
@Component(service = Catalogue.class)
public final class Catalogue {
    private static final String VIEW =
            "SELECT p.id, p.code, p.name, p.unit, p.kind, p.tax_code, p.is_active, p.version";
    private static final String PRICE = ", (SELECT r.price FROM masterdata.price r"
            + " WHERE r.company = p.company AND r.product = p.id AND r.valid_from <= ?"
            + " ORDER BY r.valid_from DESC FETCH FIRST ROW ONLY)";
    private static final String PERCENT = ", (SELECT t.percent FROM masterdata.tax_rate t"
            + " WHERE t.company = p.company AND t.code = p.tax_code AND t.valid_from <= ?"
            + " ORDER BY t.valid_from DESC FETCH FIRST ROW ONLY)";
    private static final String AMONG = " FROM masterdata.product p WHERE p.company = ? AND p.id IN (?)";

    private final Sql sql;

    @Activate
    public Catalogue(@Reference Sql sql) {
        this.sql = sql;
    }

    public Map<Id, ProductView> views(Id company, Collection<Id> wanted) {
        var found = new HashMap<Id, ProductView>();
        var products = new HashSet<>(wanted);
        sql.list(Catalogue::view, VIEW + AMONG, company, products).forEach(view -> found.put(view.id(), view));
        return found;
    }

    public Optional<ProductView> byCode(Id company, String code) {
        return sql.first(
                Catalogue::view, VIEW + " FROM masterdata.product p WHERE p.company = ? AND p.code = ?", company, code);
    }

    public Map<Id, PricedProduct> priced(Id company, Collection<Id> wanted, LocalDate on) {
        var found = new HashMap<Id, PricedProduct>();
        var products = new HashSet<>(wanted);
        sql.list(Catalogue::priced, VIEW + PRICE + PERCENT + AMONG, on, on, company, products)
                .forEach(priced -> found.put(priced.product().id(), priced));
        return found;
    }

    private static ProductView view(ResultSet row) throws SQLException {
        return new ProductView(
                new Id(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getLong(8));
    }

    private static PricedProduct priced(ResultSet row) throws SQLException {
        var product = view(row);
        return new PricedProduct(
                product, row.getBigDecimal(9), product.taxCode() == null ? BigDecimal.ZERO : row.getBigDecimal(10));
    }
}
