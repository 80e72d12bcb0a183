package org.stepwise.modules.internal.read;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.ComingNumbers;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Numbers;
import org.stepwise.security.Callers;

/** Most numbers are noted by this server a moment after the commit; only what lags behind is looked for. */
@Component
public final class AwaitedNumbers implements ComingNumbers {
    private static final long MOST_MILLISECONDS = 2_000;
    private static final long USUAL_MILLISECONDS = 250;

    private final Numbers numbers;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final Callers callers;
    private final Set<Coming> coming = ConcurrentHashMap.newKeySet();

    @Activate
    public AwaitedNumbers(
            @Reference Numbers numbers,
            @Reference Deliveries deliveries,
            @Reference Transactions transactions,
            @Reference Callers callers) {
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.callers = callers;
    }

    @Override
    public <T> T issue(String module, Id document, Supplier<T> verb, BiFunction<T, String, T> numbered) {
        var number = new Coming(module, callers.current().company(), document);
        coming.add(number);
        try {
            var made = verb.get();
            return numbered.apply(made, made == null ? null : await(number));
        } finally {
            coming.remove(number);
        }
    }

    @Override
    public void await(String module, Id document) {
        if (!transactions.active()) {
            late(new Coming(module, callers.current().company(), document));
        }
    }

    @Override
    public boolean issuedHere(Id document) {
        return coming.stream()
                .anyMatch(number -> number.document.equals(document) && number.thread == Thread.currentThread());
    }

    @Override
    public boolean awaited(Id document) {
        return coming.stream().anyMatch(number -> number.document.equals(document));
    }

    @Override
    public void noted(String module, Id document, String number) {
        coming.stream()
                .filter(one -> one.document.equals(document) && one.module.equals(module))
                .forEach(one -> one.noted.complete(number));
    }

    private String await(Coming number) {
        if (transactions.active()) {
            return null;
        }
        var usual = number.noted.completeOnTimeout(null, USUAL_MILLISECONDS, TimeUnit.MILLISECONDS);
        var noted = usual.join();
        return noted == null ? late(number) : noted;
    }

    /** The module lags behind, or notes it on another server. */
    private String late(Coming number) {
        var given = numbers.await(number.company, number.document).orElse(null);
        deliveries.settle(number.company, number.module, MOST_MILLISECONDS);
        return given;
    }

    /** The number of a document that is being issued. Each is one of its own: two may wait for the same. */
    private static final class Coming {
        private final String module;
        private final Id company;
        private final Id document;
        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<String> noted = new CompletableFuture<>();

        private Coming(String module, Id company, Id document) {
            this.module = module;
            this.company = company;
            this.document = document;
        }
    }
}
