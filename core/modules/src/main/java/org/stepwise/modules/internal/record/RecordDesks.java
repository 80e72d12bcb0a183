package org.stepwise.modules.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Ids;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.input.Naming;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.record.RecordService;
import org.stepwise.record.Records;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Callers;
import org.stepwise.text.Collation;

/** The desks of all kinds of records, and what they work with. */
@Component(service = {RecordService.class, RecordDesks.class})
public final class RecordDesks implements RecordService {
    private final NamedRows rows;
    private final Transactions transactions;
    private final Collation collation;
    private final Sql sql;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final Callers callers;

    @Activate
    public RecordDesks(
            @Reference NamedRows rows,
            @Reference Transactions transactions,
            @Reference Collation collation,
            @Reference Sql sql,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference Callers callers) {
        this.rows = rows;
        this.transactions = transactions;
        this.collation = collation;
        this.sql = sql;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.callers = callers;
    }

    @Override
    public <T extends Record> Records<T> of(Class<T> described) {
        return new RecordDesk<>(rows(new RecordLayout<>(described)), this);
    }

    <T extends Record> RecordRows<T> rows(RecordLayout<T> layout) {
        return new RecordRows<>(layout, transactions, collation, sql);
    }

    /** What may be named by what is recorded. */
    Naming naming() {
        return rows;
    }

    Transactions transactions() {
        return transactions;
    }

    Verbs verbs() {
        return verbs;
    }

    Log log() {
        return log;
    }

    Ids ids() {
        return ids;
    }

    Callers callers() {
        return callers;
    }
}
