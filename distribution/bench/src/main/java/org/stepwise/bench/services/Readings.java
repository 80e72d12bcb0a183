package org.stepwise.bench.services;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.stepwise.accounting.LedgerService;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Run;
import org.stepwise.bench.trade.Shop;
import org.stepwise.crm.OrderService;
import org.stepwise.data.Id;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Register;

/** What people look at, measured with nobody else at work. */
final class Readings {
    private static final int ROWS = 50;
    private static final int DEEPEST_PAGE = 5_000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final double LIST_MILLISECONDS = 50;
    private static final double TRIAL_BALANCE_MILLISECONDS = 20;

    private final Run run;
    private final Shop shop;
    private final Random random = new Random(1);
    private final Latencies latencies = new Latencies();

    Readings(Run run, Shop shop) {
        this.run = run;
        this.shop = shop;
    }

    /** Reads everything and notes it under the name, such as {@code read}. */
    void note(String name) {
        shop.as(() -> {
            var orders = shop.register("crm.orders");
            var ids = walk(orders);
            lists(orders);
            otherLists();
            details(ids);
            return null;
        });
        latencies.all().forEach((reading, histogram) -> {
            var limit = reading.startsWith("trial_balance") ? TRIAL_BALANCE_MILLISECONDS : LIST_MILLISECONDS;
            run.note(Figure.of(name + "." + reading + ".p50", latencies.milliseconds(reading, 50), "ms")
                    .clients(1));
            run.note(Figure.of(name + "." + reading + ".p99", latencies.milliseconds(reading, 99), "ms")
                    .limit(limit)
                    .clients(1));
        });
    }

    /** Page by page by key; a page five thousand deep is to cost what the second costs. Returns ids met on the way. */
    private List<Id> walk(Register orders) {
        List<Id> ids = new ArrayList<>();
        var query = ListQuery.first(ROWS);
        int pages = 0;
        do {
            var asked = query;
            var page = pages < run.sizes().reads() && pages > 0
                    ? latencies.timed("next_page", () -> orders.list(asked))
                    : orders.list(asked);
            page.items().forEach(row -> ids.add(Id.parse(row.get("id").toString())));
            if (page.next() == null) {
                break;
            }
            query = new ListQuery(ROWS, page.next(), List.of(), List.of());
            pages++;
        } while (pages < DEEPEST_PAGE);
        var deep = query;
        run.say("  deepest page: %d", pages);
        repeat("deep_page", () -> orders.list(deep));
        return ids;
    }

    private void lists(Register orders) {
        var newest = new ListQuery(ROWS, null, List.of("-orderedOn"), List.of());
        var lastWeek = new ListQuery(
                ROWS,
                null,
                List.of("-orderedOn"),
                List.of(new Filter(
                        "orderedOn", Operator.GE, shop.today().minusDays(7).toString())));
        var invoiced =
                new ListQuery(ROWS, null, List.of("-number"), List.of(new Filter("status", Operator.EQ, "INVOICED")));
        var openItems = shop.register("accounting.open-items");
        repeat("first_page", () -> orders.list(ListQuery.first(ROWS)));
        repeat("newest_first", () -> orders.list(newest));
        repeat("of_a_week_newest_first", () -> orders.list(lastWeek));
        repeat("invoiced_by_number", () -> orders.list(invoiced));
        repeat("open_items", () -> openItems.list(ListQuery.first(ROWS)));
    }

    /** As the screens show them first, and newest first. */
    private void otherLists() {
        Map.of(
                        "crm.invoices", "-issuedOn",
                        "crm.deliveries", "-deliveredOn",
                        "warehouse.deliveries", "-on",
                        "warehouse.movements", "-on",
                        "warehouse.stock", "code",
                        "accounting.journals", "-valueDate")
                .forEach((name, order) -> {
                    var register = shop.register(name);
                    repeat(name, () -> register.list(ListQuery.first(ROWS)));
                    repeat(name + order, () -> register.list(new ListQuery(ROWS, null, List.of(order), List.of())));
                });
    }

    private void details(List<Id> ids) {
        var orders = shop.service(OrderService.class);
        var ledger = shop.service(LedgerService.class);
        var stock = shop.register("warehouse.stock");
        var products = run.sizes().products();
        repeat("order", () -> orders.find(ids.get(random.nextInt(ids.size()))));
        repeat(
                "stock_of_a_product",
                () -> stock.list(ListQuery.first(1).where("code", "P0-" + random.nextInt(products))));
        repeat("trial_balance", () -> ledger.trialBalance(null));
        repeat("trial_balance_of_a_day", () -> ledger.trialBalance(shop.today()));
    }

    /**
     * A tenth is not counted, for the plans of the database and the code of the JVM to be ready. What is slow is read
     * less often.
     */
    private void repeat(String reading, Supplier<?> read) {
        var end = Instant.now().plus(AT_MOST);
        for (int i = 0; i < run.sizes().reads() / 10 && Instant.now().isBefore(end); i++) {
            read.get();
        }
        latencies.timed(reading, read);
        for (int i = 1; i < run.sizes().reads() && Instant.now().isBefore(end); i++) {
            latencies.timed(reading, read);
        }
    }
}
