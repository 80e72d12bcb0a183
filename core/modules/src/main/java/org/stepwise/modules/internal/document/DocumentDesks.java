package org.stepwise.modules.internal.document;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.ComingNumbers;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.text.Collation;

/** What the desks of all kinds of documents work with. */
@Component(service = DocumentDesks.class)
public final class DocumentDesks {
    private final Transactions transactions;
    private final Collation collation;
    private final Sql sql;
    private final Database.Kind kind;
    private final Verbs verbs;
    private final Callers callers;
    private final ComingNumbers coming;

    @Activate
    public DocumentDesks(
            @Reference Transactions transactions,
            @Reference Collation collation,
            @Reference Sql sql,
            @Reference Database database,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference ComingNumbers coming) {
        this.transactions = transactions;
        this.collation = collation;
        this.sql = sql;
        this.kind = database.kind();
        this.verbs = verbs;
        this.callers = callers;
        this.coming = coming;
    }

    <D extends Record> DocumentRows<D> rows(DocumentLayout<D> layout) {
        return new DocumentRows<>(layout, sql, collation, kind);
    }

    Transactions transactions() {
        return transactions;
    }

    Id company() {
        return callers.current().company();
    }

    /** The number is written in this transaction: who waits for it is told. */
    void numbered(String module, DocumentNumbered fact) {
        if (coming.awaited(fact.document())) {
            transactions.afterCommit(() -> coming.noted(module, fact.document(), fact.number()));
        }
    }

    /** Whether a verb of the module is at work here: what it begins is not committed, and nobody has numbered it. */
    boolean recordsFor(String module) {
        return callers.find().isPresent() && verbs.writes(module);
    }
}
