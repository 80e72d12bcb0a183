package org.stepwise.modules.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.input.Part;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.record.RecordService;
import org.stepwise.record.Records;
import org.stepwise.security.Callers;
import org.stepwise.text.Collation;

/** The desks of all kinds of records, and what they work with. */
@Component(service = {RecordService.class, RecordDesks.class})
public final class RecordDesks implements RecordService {
    private static final Named UNLISTED = new Named(Standing.UNLISTED, null);

    private final RecordCatalogue catalogue;
    private final Transactions transactions;
    private final Collation collation;
    private final Sql sql;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final Callers callers;

    @Activate
    public RecordDesks(
            @Reference RecordCatalogue catalogue,
            @Reference Transactions transactions,
            @Reference Collation collation,
            @Reference Sql sql,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference Callers callers) {
        this.catalogue = catalogue;
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

    @Override
    public Named find(Part part, Object named) {
        return catalogue.all().stream()
                .filter(layout -> layout.name().register().equals(part.register()))
                .findFirst()
                .map(layout -> find(layout, named))
                .orElse(UNLISTED);
    }

    private <T extends Record> Named find(RecordLayout<T> layout, Object named) {
        var rows = rows(layout);
        var company = callers.current().company();
        var words = layout.name().words();
        var found = named instanceof Id id ? rows.find(company, id) : rows.byCode(company, named.toString());
        if (found.isPresent()) {
            return found.get().archived()
                    ? new Named(Standing.ARCHIVED, "is a " + words + " that is archived: nothing new names it")
                    : new Named(Standing.KEPT, null);
        }
        // A list of codes that nobody has begun binds nobody.
        return named instanceof Id || rows.any(company)
                ? new Named(Standing.UNKNOWN, "is no " + words + " of this company")
                : UNLISTED;
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
