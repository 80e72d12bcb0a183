package org.stepwise.crm.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.Numbers;

/**
 * Waits a moment for what follows a commit. Inside a transaction of somebody else nothing can follow yet, and waiting
 * would only hold its locks.
 */
@Component(service = Waiting.class)
public final class Waiting {
    private static final long MOST_MILLISECONDS = 2000;

    private final Numbers numbers;
    private final Deliveries deliveries;
    private final Log log;
    private final Transactions transactions;

    @Activate
    public Waiting(
            @Reference Numbers numbers,
            @Reference Deliveries deliveries,
            @Reference Log log,
            @Reference Transactions transactions) {
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * The official number of a document just issued; null when it takes too long. Whoever looks at the document next
     * finds the number there too, because sales has noted it by then.
     */
    public String number(Id company, Id document) {
        if (transactions.active()) {
            return numbers.find(company, document).orElse(null);
        }
        var number = numbers.await(company, document).orElse(null);
        caughtUp(company);
        return number;
    }

    /** Until sales has taken in what is in the log now, such as a delivery that the warehouse has just posted. */
    public void caughtUp(Id company) {
        if (!transactions.active()) {
            deliveries.await(company, SalesVerbs.MODULE, log.last(), MOST_MILLISECONDS);
        }
    }
}
