package org.stepwise.warehouse.internal.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.NotFound;
import org.stepwise.security.Caller;
import org.stepwise.warehouse.event.MovementLine;

/** The documents of the warehouse, and what it knows of orders and products, in the running transaction. */
@Component(service = DocumentRows.class)
public final class DocumentRows {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public DocumentRows(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=warehouse)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    public Optional<Document> find(Id company, Id document) {
        return Optional.ofNullable(entities().find(Document.class, new RowKey(company, document)));
    }

    public Document document(Id company, Id document) {
        return find(company, document)
                .orElseThrow(() -> new NotFound(
                        "warehouse.document.unknown", "there is no document " + document + " in the warehouse"));
    }

    /** Refuses a document of another kind as if there were none. */
    public Document document(Id company, Id document, Document.Kind kind) {
        var found = document(company, document);
        if (found.kind() != kind) {
            throw new NotFound(
                    "warehouse.document.unknown",
                    "document " + found.name() + " is no " + kind.name().toLowerCase(Locale.ROOT));
        }
        return found;
    }

    public List<DocumentLine> lines(Id company, Id document) {
        return entities()
                .createQuery(
                        "select l from DocumentLine l where l.company = :company and l.parent = :document"
                                + " order by l.line",
                        DocumentLine.class)
                .setParameter("company", company.value())
                .setParameter("document", document.value())
                .getResultList();
    }

    public KnownOrder order(Id company, Id order) {
        return findOrder(company, order)
                .filter(known -> known.customer() != null)
                .orElseThrow(() ->
                        new NotFound("warehouse.order.unknown", "the warehouse knows no confirmed order " + order));
    }

    public Optional<KnownOrder> findOrder(Id company, Id order) {
        return Optional.ofNullable(entities().find(KnownOrder.class, new RowKey(company, order)));
    }

    public List<KnownOrderLine> orderLines(Id company, Id order) {
        return entities()
                .createQuery(
                        "select l from KnownOrderLine l where l.company = :company and l.parent = :order"
                                + " order by l.line",
                        KnownOrderLine.class)
                .setParameter("company", company.value())
                .setParameter("order", order.value())
                .getResultList();
    }

    public Optional<KnownProduct> product(Id company, Id product) {
        return Optional.ofNullable(entities().find(KnownProduct.class, new RowKey(company, product)));
    }

    /** Plans a delivery: a draft, not a fact. */
    public void plan(Caller by, Id id, KnownOrder order, List<MovementLine> lines) {
        add(Document.planned(by.company(), id, order, by.user()));
        addLines(by.company(), id, lines);
    }

    /** Writes the lines of a delivery: those that are there stay, changed where they differ. */
    public void replaceLines(Id company, Id document, List<MovementLine> wanted) {
        var there = lines(company, document).stream().collect(Collectors.toMap(DocumentLine::line, line -> line));
        wanted.forEach(line -> {
            var known = there.remove(line.line());
            (known == null ? newLine(company, document, line.line()) : known).apply(line);
        });
        there.values().forEach(entities()::remove);
    }

    /** Removes a planned delivery and its lines; whoever posted it meanwhile was first. */
    public void remove(Document planned) {
        lines(planned.company(), planned.id()).forEach(entities()::remove);
        entities().remove(planned);
    }

    /** Writes what was added and changed so far: for statements that meet it. */
    void flush() {
        entities().flush();
    }

    <T> T add(T row) {
        entities().persist(row);
        return row;
    }

    /** Lines of a document that is written for the first time: looking for them would find nothing. */
    void addLines(Id company, Id document, List<MovementLine> lines) {
        lines.forEach(line -> newLine(company, document, line.line()).apply(line));
    }

    DocumentLine newLine(Id company, Id document, int line) {
        return add(new DocumentLine(company, document, line));
    }

    KnownOrderLine orderLine(Id company, Id order, int line, Id product) {
        var found = entities().find(KnownOrderLine.class, new LineKey(company, order, line));
        return found == null ? add(new KnownOrderLine(company, order, line, product)) : found;
    }

    KnownProduct productOrNew(Id company, Id product) {
        return product(company, product).orElseGet(() -> add(new KnownProduct(company, product)));
    }
}
