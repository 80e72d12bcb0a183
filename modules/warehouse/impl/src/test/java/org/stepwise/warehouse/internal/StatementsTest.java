package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.warehouse.internal.Company.line;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.StatementCount;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockService.Picked;

/** What goods that come and go ask of the database, in verbs and in reactions of the warehouse. */
class StatementsTest {
    private static final int MANY = 20;

    /** Of a long order all lines are looked up at once, whether the verb has them already or not. */
    private static final int ALL_LINES = 1;

    /** The embedded database is asked for one key at a time, because it would scan the table for a list. */
    private static final Map<Database.Kind, Map<String, Integer>> LOOK_UPS = Map.of(
            Database.Kind.POSTGRESQL, Map.of(),
            Database.Kind.DERBY, Map.of("receive", 3, "confirm", 1, "hold", 1, "post", 4, "take back", 3));

    @OnBothDatabases
    void aLongDocumentTakesNoMoreStatementsThanAShortOne(Database.Kind kind) {
        var count = new StatementCount();
        try (var company = Company.counted(kind, count)) {
            company.customer();
            IntStream.rangeClosed(1, MANY).forEach(product -> company.product(product, "GOODS"));
            company.enable();
            var goods = new Goods(company, count);
            goods.comeAndGo(MANY, 100);
            var few = goods.comeAndGo(1, 101);
            var many = goods.comeAndGo(MANY, 102);
            few.forEach((step, statements) -> assertThat(many.get(step).size() - statements.size())
                    .as("%s: %s", step, many.get(step))
                    .isLessThanOrEqualTo(LOOK_UPS.get(kind).getOrDefault(step, 0) * (MANY - 1) + ALL_LINES));
        }
    }

    /** Goods that are bought, ordered, delivered and brought back. */
    private static final class Goods {
        private final Company company;
        private final StatementCount count;
        private final Map<String, List<String>> statements = new LinkedHashMap<>();

        Goods(Company company, StatementCount count) {
            this.company = company;
            this.count = count;
        }

        Map<String, List<String>> comeAndGo(int lines, long number) {
            statements.clear();
            var order = new Id(number);
            var delivery = new AtomicReference<Id>();
            step("receive", () -> company.stock().receive(new NewReceipt(null, "test", Company.DAY, received(lines))));
            step("hold", () -> company.holds().hold(order, wanted(lines)));
            step("confirm", () -> company.order(number, ordered(lines)));
            step("plan", () -> delivery.set(company.stock().plan(NewDelivery.of(order))));
            step("change", () -> company.stock().change(delivery.get(), -1, new Picked(moved(lines))));
            step("post", () -> company.stock().post(delivery.get(), -1, null));
            step("take back", () -> company.stock()
                    .takeBack(new NewReturn(delivery.get(), "broken", null, moved(lines))));
            return new LinkedHashMap<>(statements);
        }

        private static List<NewReceiptLine> received(int lines) {
            return IntStream.rangeClosed(1, lines)
                    .mapToObj(line -> new NewReceiptLine(new Id(line), BigDecimal.TEN, BigDecimal.valueOf(line)))
                    .toList();
        }

        private static Map<Id, BigDecimal> wanted(int lines) {
            var wanted = new LinkedHashMap<Id, BigDecimal>();
            IntStream.rangeClosed(1, lines).forEach(line -> wanted.put(new Id(line), BigDecimal.ONE));
            return wanted;
        }

        private static OrderLine[] ordered(int lines) {
            return IntStream.rangeClosed(1, lines)
                    .mapToObj(line -> line(line, line, "1"))
                    .toArray(OrderLine[]::new);
        }

        private static List<NewMovementLine> moved(int lines) {
            return IntStream.rangeClosed(1, lines)
                    .mapToObj(line -> new NewMovementLine(line, BigDecimal.ONE))
                    .toList();
        }

        /** With the reactions to it, which are finished when the step is. */
        private void step(String name, Runnable verb) {
            Runnable work = () -> {
                company.run(verb);
                company.settle();
            };
            statements.put(name, count.during(work, "warehouse"));
        }
    }
}
