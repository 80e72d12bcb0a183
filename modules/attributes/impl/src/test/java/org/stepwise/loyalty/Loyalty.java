package org.stepwise.loyalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.log.Handlers;
import org.stepwise.log.Log;
import org.stepwise.log.Projection;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Guard;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.ValueType;

/**
 * A partner's module: orders earn points, their lines bring gifts, and none exceeds the credit limit unless there is a
 * voucher when it is confirmed. Nothing of sales is changed for it.
 */
public final class Loyalty {
    static final String MODULE = "loyalty";
    static final BigDecimal LIMIT = new BigDecimal("100");

    private static final Column POINTS =
            Column.of("loyalty_points", ValueType.NUMBER, "points").sorted();

    private static final Column GIFT =
            Column.of("loyalty_gift", ValueType.TEXT, "gift").called("Gift");
    private static final Field VOUCHER = Field.of("loyalty_voucher", ValueType.AMOUNT);

    private final Platform platform;
    private final Transactions transactions;
    private final Sql sql;
    private final Verbs verbs;
    private final Callers callers;

    private Loyalty(Platform platform) {
        this.platform = platform;
        this.transactions = platform.service(Transactions.class);
        this.sql = platform.service(Sql.class);
        this.verbs = platform.service(Verbs.class);
        this.callers = platform.service(Callers.class);
    }

    /** As its bundle would, when it comes. */
    public static void install(Platform platform) {
        var loyalty = new Loyalty(platform);
        platform.add(Projection.class, loyalty.new Points());
        platform.add(Guard.class, (Guard) loyalty::check);
        platform.add(RegisterExtension.class, loyalty.new OnOrders());
        platform.add(ModuleContext.class, new ModuleContext() {
            @Override
            public String module() {
                return MODULE;
            }

            @Override
            public String schema() {
                return MODULE;
            }
        });
    }

    private void check(Fact fact, LocalDate on) {
        if (fact instanceof OrderConfirmed order && verbs.answers(MODULE)) {
            var worth = order.lines().stream()
                    .map(line -> line.quantity().multiply(line.price()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (worth.compareTo(LIMIT.add(vouchers().worth)) > 0) {
                throw new Rejected("loyalty.order.exceeds-limit", "this order exceeds the credit limit of " + LIMIT);
            }
        }
    }

    private Vouchers vouchers() {
        return transactions.pending(this, Vouchers::new);
    }

    /** What is being entered at this moment. */
    private static final class Vouchers implements Transactions.Pending {
        private BigDecimal worth = BigDecimal.ZERO;

        @Override
        public void write() {
            // Only to be asked.
        }
    }

    private final class Points implements Projection {
        @Override
        public String module() {
            return MODULE;
        }

        @Override
        public String name() {
            return "loyalty.points";
        }

        @Override
        public void define(Handlers on) {
            on.apply(PointsGiven.class, fact -> List.of(fact.order()), recorded -> {
                sql.write(
                        "DELETE FROM loyalty.points WHERE company = ? AND of_order = ?",
                        recorded.company(),
                        recorded.event().order());
                sql.write(
                        "INSERT INTO loyalty.points (company, of_order, points) VALUES (?, ?, ?)",
                        recorded.company(),
                        recorded.event().order(),
                        recorded.event().points());
            });
            on.apply(GiftsPromised.class, fact -> List.of(fact.order()), recorded -> {
                var fact = recorded.event();
                sql.write(
                        "DELETE FROM loyalty.gift WHERE company = ? AND of_order = ?",
                        recorded.company(),
                        fact.order());
                fact.gifts()
                        .forEach((line, gift) -> sql.write(
                                "INSERT INTO loyalty.gift (company, of_order, line, gift) VALUES (?, ?, ?, ?)",
                                recorded.company(),
                                fact.order(),
                                Integer.parseInt(line),
                                gift));
            });
        }
    }

    private final class OnOrders implements RegisterExtension {
        @Override
        public String module() {
            return MODULE;
        }

        @Override
        public Addition addition(Description register) {
            return register.name().equals("crm.orders")
                    ? new Addition(
                                    List.of(POINTS),
                                    List.of(Field.of("loyalty_points", ValueType.NUMBER)),
                                    List.of(new Description.Verb("loyalty-double", null, Map.of(), List.of())),
                                    new Beside("loyalty.points", "of_order", Map.of(), List.of(POINTS)))
                            .lines(List.of(GIFT), List.of(Field.of("loyalty_gift", ValueType.TEXT)))
                            .asking("confirm", VOUCHER)
                    : Addition.NONE;
        }

        @Override
        public Map<Id, Map<String, Object>> values(Description register, Collection<Id> rows) {
            var values = new HashMap<Id, Map<String, Object>>();
            points(rows).forEach((order, points) -> values.put(order, Map.of("loyalty_points", Amounts.plain(points))));
            return values;
        }

        private Map<Id, BigDecimal> points(Collection<Id> rows) {
            var points = new HashMap<Id, BigDecimal>();
            sql.list(
                    row -> points.put(new Id(row.getLong(1)), row.getBigDecimal(2)),
                    "SELECT of_order, points FROM loyalty.points WHERE company = ? AND of_order IN (?)",
                    callers.current().company(),
                    new ArrayList<>(rows));
            return points;
        }

        @Override
        public void take(Row row, Form entered) {
            give(row.id(), entered.decimal("loyalty_points"));
        }

        @Override
        public void act(Row row, String verb, Form entered) {
            give(
                    row.id(),
                    points(List.of(row.id()))
                            .get(row.id())
                            .add(points(List.of(row.id())).get(row.id())));
        }

        @Override
        public Map<Integer, Map<String, Object>> lines(Description register, Id row) {
            var lines = new HashMap<Integer, Map<String, Object>>();
            gifts(row).forEach((line, gift) -> lines.put(line, Map.of("loyalty_gift", gift)));
            return lines;
        }

        private Map<Integer, String> gifts(Id order) {
            var gifts = new HashMap<Integer, String>();
            sql.list(
                    row -> gifts.put(row.getInt(1), row.getString(2)),
                    "SELECT line, gift FROM loyalty.gift WHERE company = ? AND of_order = ?",
                    callers.current().company(),
                    order);
            return gifts;
        }

        @Override
        public void takeLines(Row row, List<Line> lines) {
            verbs.write(MODULE, "crm.order.draft", () -> {
                var were = gifts(row.id());
                var gifts = new TreeMap<String, String>();
                for (var line : lines) {
                    var gift = line.entered().has("loyalty_gift")
                            ? line.entered().text("loyalty_gift")
                            : were.get(line.from());
                    if (gift != null && line.number() > 0) {
                        gifts.put(Integer.toString(line.number()), gift);
                    }
                }
                platform.service(Log.class).record(MODULE, verbs.today(), new GiftsPromised(row.id(), gifts));
                return null;
            });
        }

        @Override
        public void acting(Row row, String verb, Form entered) {
            var worth = entered.decimal("loyalty_voucher");
            vouchers().worth = worth == null ? BigDecimal.ZERO : worth;
        }

        @Override
        public void acted(Row row, String verb, Form entered) {
            give(row.id(), entered.decimal("loyalty_voucher"));
        }

        private void give(Id order, BigDecimal points) {
            verbs.write(MODULE, "crm.order.draft", () -> {
                if (points.signum() < 0) {
                    throw new Rejected("loyalty.points.negative", "nobody owes points; enter none");
                }
                platform.service(Log.class).record(MODULE, verbs.today(), new PointsGiven(order, points));
                return null;
            });
        }
    }
}
