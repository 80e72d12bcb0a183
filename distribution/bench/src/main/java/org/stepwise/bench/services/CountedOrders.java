package org.stepwise.bench.services;

import java.io.IOException;
import java.nio.file.Files;
import javax.transaction.TransactionManager;
import org.stepwise.bench.CpuTime;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Run;
import org.stepwise.bench.trade.Shop;
import org.stepwise.bench.trade.Traders;
import org.stepwise.data.Database;
import org.stepwise.testkit.Store;

/** A short pass by one client that counts what an order asks of the database, so that the timed passes need not. */
final class CountedOrders {
    private static final int WARM_UP = 20;

    private final String name;
    private final Run run;

    CountedOrders(String name, Run run) {
        this.name = name;
        this.run = run;
    }

    void count(Store store, Traders traders) throws Exception {
        var counter = new StatementCounter();
        try (var shop = Shop.reopen(store, builder -> builder.around(Database.class, counter::around)
                .with(TransactionManager.class, counter.transactions()))) {
            var cpu = CpuTime.of(store);
            var counted = traders.in(shop);
            counted.trade(1, WARM_UP, counter, cpu);
            counter.reset();
            int orders = run.sizes().counted();
            counted.trade(1, orders, counter, cpu);
            note(counter, orders);
        }
    }

    private void note(StatementCounter counter, int orders) throws IOException {
        note("statements_per_order", (double) counter.statements() / orders, "statements");
        note("rows_per_order", (double) counter.rowsWritten() / orders, "rows written");
        note("transactions_per_order", (double) counter.transactionsEnded() / orders, "transactions");
        note("commits_per_order", (double) counter.writingTransactions() / orders, "commits that wrote");
        counter.byStep()
                .forEach((step, statements) ->
                        note(step + ".statements_per_order", (double) statements / orders, "statements"));
        if (run.statements() != null) {
            Files.writeString(run.statements(), counter.listing(orders));
            run.say("  statements by step: %s", run.statements());
        }
    }

    private void note(String figure, double value, String unit) {
        run.note(Figure.of(name + ".services." + figure, value, unit).clients(1));
    }
}
