package org.stepwise.crm.internal;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Numbers;

/**
 * Waits a moment for what follows a commit. Inside a transaction of somebody else nothing can follow yet, and waiting
 * would only hold its locks.
 */
@Component(service = Waiting.class)
public final class Waiting {
    private static final long MOST_MILLISECONDS = 2000;
    private static final long USUAL_MILLISECONDS = 250;

    private final Numbers numbers;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final Set<ComingNumber> coming = ConcurrentHashMap.newKeySet();

    @Activate
    public Waiting(@Reference Numbers numbers, @Reference Deliveries deliveries, @Reference Transactions transactions) {
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.transactions = transactions;
    }

    /** Asked for before the document is issued, so that its number is not missed. */
    public ComingNumber numberOf(Id company, Id document) {
        var number = new ComingNumber(company, document);
        coming.add(number);
        return number;
    }

    /** Whether this very thread is issuing the document: then it is not committed and nobody has numbered it. */
    public boolean issuesHere(Id document) {
        return coming.stream()
                .anyMatch(number -> number.document.equals(document) && number.thread == Thread.currentThread());
    }

    /** Sales has noted a number, for everybody to see. */
    public void noted(Id document, String number) {
        coming.stream().filter(one -> one.document.equals(document)).forEach(one -> one.noted.complete(number));
    }

    /** Until sales has taken in what was recorded here, such as a delivery that the warehouse has just posted. */
    public void caughtUp(Id company) {
        if (!transactions.active()) {
            deliveries.settle(company, SalesVerbs.MODULE, MOST_MILLISECONDS);
        }
    }

    /** The official number of a document that is being issued. */
    public final class ComingNumber implements AutoCloseable {
        private final Id company;
        private final Id document;
        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<String> noted = new CompletableFuture<>();

        private ComingNumber(Id company, Id document) {
            this.company = company;
            this.document = document;
        }

        /** Null when it takes too long. Whoever looks at the document next finds the number there too. */
        public String await() {
            if (transactions.active()) {
                return null;
            }
            var usual = noted.completeOnTimeout(null, USUAL_MILLISECONDS, TimeUnit.MILLISECONDS);
            var number = usual.join();
            return number == null ? late() : number;
        }

        /** Sales lags behind, or notes it on another server. */
        private String late() {
            var number = numbers.await(company, document).orElse(null);
            caughtUp(company);
            return number;
        }

        @Override
        public void close() {
            coming.remove(this);
        }
    }
}
