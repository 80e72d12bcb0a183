package org.stepwise.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DocumentNumbered;

/**
 * Writes numbers on a module's documents. A number is a consequence and may come before its document: then it waits in
 * a table of the module until somebody writes the document and takes it.
 */
public final class NumberedDocuments {
    private static final String OF_DOCUMENT = " WHERE company = ? AND document = ?";

    private final Transactions transactions;
    private final Sql sql;
    private final Tables tables;
    private final Runnable entities;
    private final ComingNumbers coming;

    /**
     * Where a module keeps its documents.
     *
     * @param module whose documents they are
     * @param bySeries the table of each series, with columns {@code company}, {@code id} and {@code number}; numbers of
     *     other series are left to others
     * @param early where numbers wait, with columns {@code company}, {@code document} and {@code number}
     */
    public record Tables(String module, Map<String, String> bySeries, String early) {}

    /** @param entities writes the documents that are entities and not written yet */
    public NumberedDocuments(
            Transactions transactions, Sql sql, Tables tables, Runnable entities, ComingNumbers coming) {
        this.coming = coming;
        this.transactions = transactions;
        this.sql = sql;
        this.tables = tables;
        this.entities = entities;
    }

    /** The number that came before the new document, which waits no longer; empty in most cases. */
    public Optional<String> take(Id company, Id document) {
        if (coming.issuedHere(document)) {
            return Optional.empty();
        }
        Optional<String> early = sql.first(
                row -> row.getString(1), "SELECT number FROM " + tables.early() + OF_DOCUMENT, company, document);
        early.ifPresent(number -> sql.write("DELETE FROM " + tables.early() + OF_DOCUMENT, company, document));
        return early;
    }

    /** Writes the number before the transaction ends, unless it is that of somebody else's document. */
    public void given(Id company, DocumentNumbered fact) {
        String table = tables.bySeries().get(fact.series());
        if (table != null) {
            transactions.pending(this, Given::new).numbers.add(new Number(table, company, fact));
            if (coming.awaited(fact.document())) {
                transactions.afterCommit(() -> coming.noted(tables.module(), fact.document(), fact.number()));
            }
        }
    }

    private record Number(String table, Id company, DocumentNumbered fact) {}

    /** The numbers that one transaction takes in. */
    private final class Given implements Transactions.Pending {
        private final List<Number> numbers = new ArrayList<>();

        @Override
        public void write() {
            entities.run();
            numbers.stream().map(Number::table).distinct().forEach(this::write);
            numbers.clear();
        }

        private void write(String table) {
            List<Number> ofTable =
                    numbers.stream().filter(one -> one.table.equals(table)).toList();
            int[] written = sql.batch(
                    "UPDATE " + table + " SET number = ? WHERE company = ? AND id = ?",
                    ofTable.stream()
                            .map(one -> new Object[] {one.fact.number(), one.company, one.fact.document()})
                            .toList());
            List<Object[]> early = new ArrayList<>();
            for (int i = 0; i < written.length; i++) {
                if (written[i] == 0) {
                    Number one = ofTable.get(i);
                    early.add(new Object[] {one.company, one.fact.document(), one.fact.number()});
                }
            }
            sql.batch("INSERT INTO " + tables.early() + " (company, document, number) VALUES (?, ?, ?)", early);
        }
    }
}
