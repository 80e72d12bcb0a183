package org.stepwise.warehouse.internal.register;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.document.DocumentLine;
import org.stepwise.warehouse.internal.document.DocumentRows;
import org.stepwise.warehouse.internal.document.KnownOrder;
import org.stepwise.warehouse.internal.document.KnownProduct;
import org.stepwise.warehouse.internal.register.DocumentView.LineView;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Reads what the registers show. */
@Component(service = WarehouseLists.class)
public final class WarehouseLists {
    private final WarehouseVerbs verbs;
    private final Lists lists;
    private final DocumentRows rows;
    private final Sql sql;

    @Activate
    public WarehouseLists(
            @Reference WarehouseVerbs verbs, @Reference Lists lists, @Reference DocumentRows rows, @Reference Sql sql) {
        this.verbs = verbs;
        this.lists = lists;
        this.rows = rows;
        this.sql = sql;
    }

    public Page page(String permission, TableList list, ListQuery query) {
        return verbs.read(permission, () -> lists.page(list, verbs.company(), query));
    }

    /** With which of the settings holds today, and which is coming. */
    Page dated(Dated dated, TableList list, ListQuery query) {
        return verbs.read(
                WarehousePermissions.STOCK_READ,
                () -> dated.with(lists.page(list, verbs.company(), query), sql, verbs.company(), verbs.day(null)));
    }

    /** One row of a list, for what has nothing more to show. */
    Found row(String permission, TableList list, Id id) {
        var items = page(permission, list, ListQuery.first(1).where("id", id.toString()))
                .items();
        if (items.isEmpty()) {
            throw new NotFound("warehouse.row.unknown", "there is no " + id + " in this list");
        }
        return new Found(items.get(0), 0);
    }

    Found document(Id id, Document.Kind kind) {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> {
            var document = rows.document(verbs.company(), id, kind);
            return new Found(view(verbs.company(), document), document.version());
        });
    }

    private DocumentView view(Id company, Document document) {
        var costs = costs(company, document.id());
        var products = rows.products(company, document.id());
        return new DocumentView(
                document.id(),
                document.number(),
                document.status().name(),
                document.party(),
                known(document.party())
                        .flatMap(party -> lists.called(MasterData.PARTY_NAME, company, party))
                        .orElse(null),
                document.order(),
                known(document.order())
                        .flatMap(order -> rows.findOrder(company, order))
                        .map(KnownOrder::name)
                        .orElse(null),
                document.delivery(),
                known(document.delivery())
                        .flatMap(delivery -> rows.find(company, delivery))
                        .map(Document::name)
                        .orElse(null),
                document.reference(),
                document.reason(),
                document.on(),
                costs.values().stream().reduce(BigDecimal::add).orElse(null),
                document.version(),
                rows.lines(company, document.id()).stream()
                        .map(line -> line(line, products.get(line.product()), costs.get(line.line())))
                        .toList());
    }

    private static Optional<Id> known(Id id) {
        return Optional.ofNullable(id);
    }

    /** All of a delivery that is still with the customer. */
    public List<NewMovementLine> out(Id delivery) {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> rows.lines(verbs.company(), delivery).stream()
                .map(line -> new NewMovementLine(line.orderLine(), line.out()))
                .toList());
    }

    private static LineView line(DocumentLine line, KnownProduct known, BigDecimal amount) {
        var product = Optional.ofNullable(known);
        return new LineView(
                line.line(),
                line.orderLine() == 0 ? null : line.orderLine(),
                line.product(),
                product.map(KnownProduct::code).orElse(null),
                product.map(KnownProduct::name).orElse(null),
                line.quantity(),
                line.unitCost(),
                line.returned(),
                amount);
    }

    /** What each line did to the value of stock; nothing yet for what moved a moment ago. */
    private Map<Integer, BigDecimal> costs(Id company, Id document) {
        var costs = new HashMap<Integer, BigDecimal>();
        sql.list(
                        row -> Map.entry(row.getInt(1), row.getBigDecimal(2)),
                        "SELECT line, amount FROM warehouse.movement WHERE company = ? AND cause = ? AND document = ?",
                        company,
                        document,
                        document)
                .forEach(cost -> costs.put(cost.getKey(), cost.getValue()));
        return costs;
    }

    /** The newest orders' numbers, for those who type one. */
    public List<String> orderNumbers() {
        return texts("SELECT number FROM warehouse.sales_order WHERE company = ? AND number IS NOT NULL"
                + " ORDER BY number DESC FETCH FIRST 100 ROWS ONLY");
    }

    /** The newest deliveries' numbers. */
    public List<String> deliveryNumbers() {
        return texts("SELECT number FROM warehouse.delivery_list WHERE company = ? AND number IS NOT NULL"
                + " ORDER BY number DESC FETCH FIRST 100 ROWS ONLY");
    }

    /** The newest planned deliveries' ids. */
    public List<String> plannedDeliveries() {
        return verbs.read(
                WarehousePermissions.STOCK_READ,
                () -> sql.list(
                        row -> new Id(row.getLong(1)).toString(),
                        "SELECT id FROM warehouse.document WHERE company = ? AND kind = 'DELIVERY'"
                                + " AND status = 'PLANNED' ORDER BY id DESC FETCH FIRST 100 ROWS ONLY",
                        verbs.company()));
    }

    public List<String> productCodes() {
        return texts("SELECT code FROM warehouse.stock_list WHERE company = ? ORDER BY code"
                + " FETCH FIRST 1000 ROWS ONLY");
    }

    private List<String> texts(String query) {
        return verbs.read(
                WarehousePermissions.STOCK_READ, () -> sql.list(row -> row.getString(1), query, verbs.company()));
    }

    /** The order with this number; any other text is taken for an id. */
    public Id order(String name) {
        return named("SELECT id FROM warehouse.sales_order WHERE company = ? AND number = ?", name);
    }

    /** The document with this number; any other text is taken for an id. */
    public Id documentId(String name) {
        return named("SELECT id FROM warehouse.document WHERE company = ? AND number = ?", name);
    }

    /** The product with this code; any other text is taken for an id. */
    public Id product(String name) {
        return named("SELECT id FROM warehouse.product WHERE company = ? AND code = ?", name);
    }

    private Id named(String query, String name) {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> sql.first(
                        row -> new Id(row.getLong(1)), query, verbs.company(), name)
                .orElseGet(() -> Id.parse(name)));
    }
}
