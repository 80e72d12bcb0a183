package org.stepwise.warehouse.internal.register;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.row.NamedRows.Called;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.Picked;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.document.DocumentLine;
import org.stepwise.warehouse.internal.document.DocumentRows;
import org.stepwise.warehouse.internal.document.KnownOrder;
import org.stepwise.warehouse.internal.register.DocumentView.LineView;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;
import org.stepwise.web.Column;

/** What the registers of all documents have in common: each kind has a list of its own, and all are shown alike. */
@Component(service = DocumentPages.class)
public final class DocumentPages {
    private final WarehouseVerbs verbs;
    private final Reader reader;
    private final DocumentRows rows;
    private final Sql sql;

    @Activate
    public DocumentPages(
            @Reference WarehouseVerbs verbs,
            @Reference Reader reader,
            @Reference DocumentRows rows,
            @Reference Sql sql) {
        this.verbs = verbs;
        this.reader = reader;
        this.rows = rows;
        this.sql = sql;
    }

    /** The register of one kind of documents. */
    Sheet sheet(String plural, Document.Kind kind, Column... columns) {
        var view = "warehouse." + kind.name().toLowerCase(Locale.ROOT) + "_list";
        var all = new Base("warehouse.document", "id", Map.of("kind", kind.name()), true);
        return Sheet.of("warehouse." + plural, WarehousePermissions.STOCK_READ)
                .list(reader, TableList.of(view, columns).over(all))
                .find(
                        DocumentView.class,
                        id -> view(verbs.company(), rows.document(verbs.company(), id, kind)),
                        DocumentView::version);
    }

    /** What of a planned delivery is to leave by now. */
    Picked picked(Id delivery) {
        return new Picked(rows.lines(verbs.company(), delivery).stream()
                .map(line -> new NewMovementLine(line.orderLine(), line.quantity()))
                .toList());
    }

    private DocumentView view(Id company, Document document) {
        var costs = costs(company, document.id());
        var lines = rows.lines(company, document.id());
        var products = verbs.rows()
                .called(
                        "masterdata.products",
                        lines.stream().map(DocumentLine::product).toList());
        return new DocumentView(
                document.id(),
                document.number(),
                document.status().name(),
                document.party(),
                verbs.rows().called("masterdata.parties", document.party()).name(),
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
                lines.stream()
                        .map(line -> line(
                                line, products.getOrDefault(line.product(), Called.NOTHING), costs.get(line.line())))
                        .toList());
    }

    private static Optional<Id> known(Id id) {
        return Optional.ofNullable(id);
    }

    private static LineView line(DocumentLine line, Called product, BigDecimal amount) {
        return new LineView(
                line.line(),
                line.orderLine() == 0 ? null : line.orderLine(),
                line.product(),
                product.code(),
                product.name(),
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
}
