package org.stepwise.crm.internal.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.crm.internal.Waiting;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DocumentNumbered;

/**
 * Writes numbers on documents. A number is a consequence and may come before its document: then it is kept until the
 * document is there.
 */
@Component(service = DocumentNumbers.class)
public final class DocumentNumbers {
    private static final Map<String, String> TABLES =
            Map.of("SO", "crm.sales_order", "INV", "crm.invoice", "CN", "crm.invoice");

    private final Transactions transactions;
    private final Sql sql;
    private final DocumentEntities documents;
    private final Waiting waiting;

    @Activate
    public DocumentNumbers(
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference DocumentEntities documents,
            @Reference Waiting waiting) {
        this.transactions = transactions;
        this.sql = sql;
        this.documents = documents;
        this.waiting = waiting;
    }

    /** The number that came before the new document; null in most cases. */
    String take(Id company, Id document) {
        if (waiting.issuesHere(document)) {
            return null;
        }
        Optional<String> early = sql.first(
                row -> row.getString(1),
                "SELECT number FROM crm.document_number WHERE company = ? AND document = ?",
                company,
                document);
        early.ifPresent(number ->
                sql.write("DELETE FROM crm.document_number WHERE company = ? AND document = ?", company, document));
        return early.orElse(null);
    }

    void given(Id company, DocumentNumbered given) {
        if (TABLES.containsKey(given.series())) {
            transactions.pending(this, Given::new).numbers.add(new Number(company, given));
            transactions.afterCommit(() -> waiting.noted(given.document(), given.number()));
        }
    }

    private record Number(Id company, DocumentNumbered given) {
        String table() {
            return TABLES.get(given.series());
        }
    }

    /** The numbers that one transaction takes in. */
    private final class Given implements Transactions.Pending {
        private final List<Number> numbers = new ArrayList<>();

        @Override
        public void write() {
            documents.flush();
            numbers.stream().map(Number::table).distinct().forEach(this::write);
            numbers.clear();
        }

        private void write(String table) {
            var ofTable =
                    numbers.stream().filter(one -> one.table().equals(table)).toList();
            var written = sql.batch(
                    "UPDATE " + table + " SET number = ? WHERE company = ? AND id = ?",
                    ofTable.stream()
                            .map(one -> new Object[] {one.given.number(), one.company, one.given.document()})
                            .toList());
            List<Object[]> early = new ArrayList<>();
            for (int i = 0; i < written.length; i++) {
                if (written[i] == 0) {
                    var one = ofTable.get(i);
                    early.add(new Object[] {one.company, one.given.document(), one.given.number()});
                }
            }
            sql.batch("INSERT INTO crm.document_number (company, document, number) VALUES (?, ?, ?)", early);
        }
    }
}
