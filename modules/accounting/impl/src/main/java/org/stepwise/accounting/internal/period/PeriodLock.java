package org.stepwise.accounting.internal.period;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.LedgerTables;
import org.stepwise.accounting.internal.period.Passages.Passage;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** What is closed, kept in memory so that an invoice costs no statement more, and who is on the way into the books. */
@Component(service = PeriodLock.class)
public final class PeriodLock {
    private static final long MOST_MILLISECONDS = 5_000;

    private final LedgerTables tables;
    private final Transactions transactions;
    private final Callers callers;
    private final Verbs verbs;
    private final Map<Id, Optional<LocalDate>> closed = new ConcurrentHashMap<>();
    private final Map<Id, Passages> passages = new ConcurrentHashMap<>();

    @Activate
    public PeriodLock(
            @Reference LedgerTables tables,
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Verbs verbs) {
        this.tables = tables;
        this.transactions = transactions;
        this.callers = callers;
        this.verbs = verbs;
    }

    /** Lets a document of that day into the books; refuses where its month is closed, or being closed. */
    void enter(LocalDate on) {
        if (!verbs.answers("accounting")) {
            return;
        }
        var company = callers.current().company();
        // First let in, then looked up: whoever closes from now on waits for this transaction.
        passages(company).enter(passage(company), on);
        closed.computeIfAbsent(company, this::stored)
                .filter(last -> !on.isAfter(last))
                .ifPresent(last -> {
                    throw new Rejected(
                            "accounting.period.closed",
                            "the books are closed through " + last + "; " + on + " is refused: choose a later day",
                            Map.of("on", "in a closed period"));
                });
    }

    private Optional<LocalDate> stored(Id company) {
        return Optional.ofNullable(tables.closedThrough(company));
    }

    private Passages passages(Id company) {
        return passages.computeIfAbsent(company, unheard -> new Passages());
    }

    private Passage passage(Id company) {
        return transactions
                .pending(new Key(company), () -> {
                    var passage = new Passage();
                    transactions.afterEnd(() -> passages(company).leave(passage));
                    return new Held(passage);
                })
                .passage();
    }

    private record Key(Id company) {}

    private record Held(Passage passage) implements Transactions.Pending {
        @Override
        public void write() {
            // Nothing of it is kept.
        }
    }

    /** What is closed is written in the running transaction: from its commit on it is read again. */
    public void changed(Id company) {
        transactions.afterCommit(() -> closed.remove(company));
    }

    /** Does the work while nobody records a document up to the last day, nor has one under way. */
    <T> T closing(Id company, LocalDate last, Supplier<T> work) {
        passages(company).begin(last, MOST_MILLISECONDS);
        try {
            return work.get();
        } finally {
            passages(company).end();
        }
    }
}
