package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.LedgerService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.LineView;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.module.Replays;
import org.stepwise.northwind.internal.History;
import org.stepwise.northwind.internal.Northwind;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.Store;
import org.stepwise.warehouse.StockValues;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/**
 * Northwind's whole history, entered as a company lives it, gives the totals its data have by themselves; and the books
 * of a module switched on after it hold.
 */
class NorthwindTest {

    @Law({5, 12, 20})
    @Test
    void theWholeHistoryHasItsTotals() {
        try (var store = Store.create(Database.Kind.DERBY);
                var company = new TwinCompany(store)) {
            company.enable("crm");
            company.enable("warehouse");
            company.as(() -> {
                new History(Northwind.read(), company.desks()).live(false, placed -> {});
                return null;
            });
            company.settle();
            company.enable("accounting");
            company.settle();
            ordersAddUp(company);
            stockAddsUp(company);
            invoicesAddUp(company);
            booksHold(company);
            List.of("crm", "warehouse", "accounting").forEach(module -> replayed(company, module));
        }
    }

    /** What the same version posts from the same log is what stands. */
    private static void replayed(TwinCompany company, String module) {
        var report = company.replay(module);
        assertThat(report.state()).as(report.reason()).isEqualTo(Replays.State.DONE);
        assertThat(report.listed()).as(module).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.read()).isEqualTo(report.events()).isGreaterThan(4_000);
    }

    private static void ordersAddUp(TwinCompany company) {
        var orders = new ArrayList<OrderView>();
        for (var row : rows(company, "crm.orders")) {
            orders.add(company.as(() -> company.service(OrderService.class)
                    .find(Id.parse(row.get("id").toString()))));
        }
        assertThat(orders).hasSize(830);
        assertThat(orders.stream().mapToInt(order -> order.lines().size()).sum())
                .isEqualTo(2155);
        var lines = orders.stream().flatMap(order -> order.lines().stream()).toList();
        assertThat(sum(lines, NorthwindTest::exact)).isEqualByComparingTo("1265793.0395");
        assertThat(sum(lines, LineView::net)).isEqualByComparingTo("1265793.29");
        assertThat(sum(orders, OrderView::net)).isEqualByComparingTo("1265793.29");
        assertThat(sum(orders, OrderView::total)).isEqualByComparingTo("1330735.98");
        assertThat(sum(lines, LineView::quantity)).isEqualByComparingTo("51317");
        assertThat(sum(orders, OrderView::freight)).isEqualByComparingTo("64942.69");
        assertThat(rows(company, "masterdata.parties")).hasSize(91 + 29 + 9);
        assertThat(rows(company, "masterdata.products")).hasSize(77);
    }

    private static BigDecimal exact(LineView line) {
        return line.quantity()
                .multiply(line.price())
                .multiply(new BigDecimal(100).subtract(line.discount()))
                .movePointLeft(2);
    }

    private static void stockAddsUp(TwinCompany company) {
        var total = company.as(() -> company.service(StockValues.class).total());
        assertThat(total.quantity()).isEqualByComparingTo("3119");
        assertThat(total.value()).isEqualByComparingTo("44430.51");
        assertThat(total.journalled()).isEqualByComparingTo("44430.51");
        for (var row : rows(company, "warehouse.stock")) {
            var onHand = new BigDecimal(row.get("onHand").toString());
            assertThat(new BigDecimal(row.get("reserved").toString()))
                    .as("reserved of %s", row.get("code"))
                    .isLessThanOrEqualTo(onHand);
        }
    }

    private static void invoicesAddUp(TwinCompany company) {
        assertThat(rows(company, "crm.invoices")).hasSize(809);
        assertThat(rows(company, "warehouse.deliveries")).hasSize(809);
    }

    private static void booksHold(TwinCompany company) {
        var proof = company.as(() -> company.ledger().proof());
        assertThat(proof.checks()).allMatch(LedgerService.Check::holds).hasSizeGreaterThanOrEqualTo(5);
        var inventory = company.as(() -> company.ledger().trialBalance(null)).stream()
                .filter(line -> line.account().equals("1400"))
                .findFirst()
                .orElseThrow();
        assertThat(inventory.balance()).isEqualByComparingTo("44430.51");
    }

    private static List<Map<String, Object>> rows(TwinCompany company, String name) {
        return company.as(() -> {
            var register = company.services(Register.class).stream()
                    .filter(one -> one.description().name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var rows = new ArrayList<Map<String, Object>>();
            String after = null;
            do {
                var page = register.list(new ListQuery(500, after, List.of(), List.of()));
                rows.addAll(page.items());
                after = page.next();
            } while (after != null);
            return rows;
        });
    }

    private static <T> BigDecimal sum(List<T> items, Function<T, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
