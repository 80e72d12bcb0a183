package org.stepwise.web.internal.draft;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.module.Claims;

/**
 * Takes a draft away in the very transaction of the verb that makes the real thing of it. A transaction around the verb
 * would do so too, but a verb that waits for a number would wait in vain within it.
 */
@Component(service = {DraftRecording.class, Claims.class})
public final class DraftRecording implements Claims {
    private final ThreadLocal<Running> running = new ThreadLocal<>();
    private final DraftTable table;
    private final Transactions transactions;

    @Activate
    public DraftRecording(@Reference DraftTable table, @Reference Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /** The draft that is being recorded by this thread. */
    private static final class Running {
        private final Id company;
        private final Id draft;
        private final long version;
        private boolean taken;
        private boolean gone;

        Running(Id company, Id draft, long version) {
            this.company = company;
            this.draft = draft;
            this.version = version;
        }
    }

    /** What the work makes and the draft's end are one: where the work is refused, the draft stays. */
    <T> T recorded(Id company, DraftTable.Row draft, Supplier<T> work) {
        var current = new Running(company, draft.id(), draft.version());
        running.set(current);
        try {
            var made = work.get();
            if (!current.gone && !current.taken) {
                transactions.run(() -> take(current));
            }
            return made;
        } finally {
            running.remove();
        }
    }

    @Override
    public void claim(Object result) {
        var current = running.get();
        if (current != null && !current.taken && !current.gone) {
            take(current);
        }
    }

    private void take(Running current) {
        if (!table.delete(current.company, current.draft, current.version)) {
            throw new Conflict(
                    "erp.data.changed-meanwhile",
                    "the draft " + current.draft + " was changed, recorded or deleted by somebody else; look at it"
                            + " again");
        }
        current.taken = true;
        transactions.afterCommit(() -> current.gone = true);
        // A transaction that is rolled back may run again, and takes it again then.
        transactions.afterEnd(() -> current.taken = false);
    }
}
