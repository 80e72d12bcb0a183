package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.Form;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** A customer calls, and while he is on the telephone his order is written, confirmed and numbered at once. */
class PlacedOrderTest {

    @OnBothDatabases
    void anOrderPlacedIsTheOneThatIsDraftedAndConfirmed(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var wanted = wanted(trade);
            var placed = trade.as(() -> trade.orders().place(wanted));
            var drafted = trade.as(() -> trade.orders().draft(wanted));
            var confirmed = trade.as(() -> trade.orders().confirm(drafted, -1, MONDAY));

            assertThat(placed.status()).isEqualTo("CONFIRMED");
            assertThat(placed.number()).isEqualTo("SO-000001");
            assertThat(confirmed.number()).isEqualTo("SO-000002");
            assertThat(placed)
                    .usingRecursiveComparison()
                    .ignoringFields("id", "number", "version")
                    .isEqualTo(confirmed);
            assertThat(trade.as(() -> trade.orders().find(placed.id()))).isEqualTo(placed);
            assertThat(facts(trade))
                    .extracting(fact -> fact.on() + fact.json().replaceAll("\"order\":\"\\w+\"", ""))
                    .hasSize(2)
                    .containsOnly(facts(trade).get(0).on()
                            + facts(trade).get(0).json().replaceAll("\"order\":\"\\w+\"", ""));
        }
    }

    private static NewOrder wanted(Trade trade) {
        trade.tax("VAT", "19");
        var acme = trade.customer("ACME", "Acme Ltd");
        var chai = trade.product("CHAI", "18.00", "VAT");
        var lines = List.of(line(chai, "10"), line(chai, "4", "17", "15"));
        return new NewOrder(acme, "R-1", null, MONDAY, MONDAY.plusDays(7), new BigDecimal("12.50"), lines);
    }

    private static List<Deliveries.Line> facts(Trade trade) {
        return trade.platform().service(Deliveries.class).tail(trade.company(), 10, event -> event.type()
                .equals("crm.order-confirmed"));
    }

    @OnBothDatabases
    void anOrderThatIsRefusedLeavesNothingBehind(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var wanted = wanted(trade);
            var empty = new NewOrder(wanted.customer(), null, null, MONDAY, null, null, List.of());
            refused(trade, "crm.order.empty", () -> trade.orders().place(empty));
            refused(trade, "crm.hold.warehouse-is-off", () -> trade.orders().place(wanted.held()));
            var form = new Entered(Map.of("customer", wanted.customer(), "hold", true), List.of());
            refused(trade, "crm.hold.warehouse-is-off", () -> register(trade).create(form));
            assertThat(trade.as(() -> register(trade).list(ListQuery.first(10))).items())
                    .isEmpty();
            assertThat(facts(trade)).isEmpty();
        }
    }

    @OnBothDatabases
    void theFormMakesADraftUnlessItAsksForAnOrder(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var wanted = wanted(trade);
            var draft = new Entered(Map.of("customer", wanted.customer(), "confirm", false), wanted.lines());
            var order = new Entered(Map.of("customer", wanted.customer(), "confirm", true), wanted.lines());
            assertThat(status(trade, draft)).isEqualTo("DRAFT");
            assertThat(status(trade, order)).isEqualTo("CONFIRMED");
        }
    }

    @OnBothDatabases
    void whatAChangeLeavesOutStaysAndAllThatIsWrongIsToldAtOnce(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var wanted = wanted(trade);
            var draft = trade.as(() -> trade.orders().draft(wanted));
            var before = trade.as(() -> trade.orders().find(draft));
            change(trade, draft, new Entered(Map.of("reference", "R-2"), null));
            assertThat(trade.as(() -> trade.orders().find(draft)))
                    .usingRecursiveComparison()
                    .ignoringFields("reference", "version")
                    .isEqualTo(before);

            var wrong = new NewLine(null, BigDecimal.ZERO, new BigDecimal("-1"), null);
            var form = new Entered(Map.of("reference", "x".repeat(201)), List.of(wrong));
            assertThatThrownBy(() -> change(trade, draft, form))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.fields())
                            .containsOnlyKeys("reference", "lines[0].product", "lines[0].quantity", "lines[0].price"));
        }
    }

    private static void change(Trade trade, Id order, Form form) {
        trade.as(() -> {
            register(trade).change(order, -1, form);
            return null;
        });
    }

    /** A quantity of no line, or a line without its quantity, is a slip: nothing leaves because of it. */
    @OnBothDatabases
    void aLineThatLeavesIsNamedWhole(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var wanted = wanted(trade);
            var order = trade.as(() -> trade.orders().place(wanted)).id();
            for (var half : List.of(
                    Map.<String, Object>of("line", BigDecimal.ONE),
                    Map.<String, Object>of("quantity", BigDecimal.ONE))) {
                refused(trade, "crm.input.invalid", () -> register(trade)
                        .act(order, "deliver", -1, new Entered(half, null)));
            }
            var whole = new Entered(Map.of("line", BigDecimal.ONE, "quantity", BigDecimal.ONE), null);
            trade.as(() -> {
                register(trade).act(order, "deliver", -1, whole);
                return null;
            });
            trade.settled();
            assertThat(trade.as(() -> trade.orders().find(order)).lines().get(0).delivered())
                    .isEqualByComparingTo("1");
        }
    }

    private static String status(Trade trade, Form form) {
        return trade.as(() -> trade.orders().find(register(trade).create(form)).status());
    }

    private static Register register(Trade trade) {
        return trade.platform().services(Register.class).stream()
                .filter(register -> register.description().name().equals("crm.orders"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Trade trade, String code, Runnable verb) {
        assertThatThrownBy(() -> trade.as(() -> {
                    verb.run();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A form as somebody fills it in. */
    private record Entered(Map<String, Object> values, List<NewLine> wanted) implements Form {
        @Override
        public boolean has(String field) {
            return values.containsKey(field) || field.equals("lines") && wanted != null;
        }

        @Override
        public String text(String field) {
            return (String) values.get(field);
        }

        @Override
        public BigDecimal decimal(String field) {
            return (BigDecimal) values.get(field);
        }

        @Override
        public LocalDate day(String field) {
            return (LocalDate) values.get(field);
        }

        @Override
        public Boolean flag(String field) {
            return (Boolean) values.get(field);
        }

        @Override
        public Id id(String field) {
            return (Id) values.get(field);
        }

        @Override
        public List<Form> lines(String field) {
            return wanted.stream()
                    .<Form>map(line -> new Entered(entered(line), List.of()))
                    .toList();
        }

        private static Map<String, Object> entered(NewLine line) {
            var values = new HashMap<String, Object>();
            values.put("product", line.product());
            values.put("quantity", line.quantity());
            values.put("price", line.price());
            return values;
        }
    }
}
