package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.module.Modules;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;
import org.stepwise.warehouse.StockHolds;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/** A company in this JVM with master data and the warehouse; sales speaks to it by its facts alone. */
final class Company implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Id CUSTOMER = new Id(500);

    /** Columns that tell how a table came about, not what it says: versions and places in the log. */
    private static final Set<String> PATH = Set.of("version", "seq");

    final Platform platform;
    private final Caller caller;

    Company(Database.Kind kind) {
        this(Platform.on(kind));
    }

    /** One whose statements are counted. */
    static Company counted(Database.Kind kind, StatementCount count) {
        return new Company(Platform.on(kind).around(Database.class, count::around));
    }

    private Company(Platform.Builder builder) {
        System.setProperty("stepwise.company.zone", "UTC");
        System.setProperty("stepwise.company.founded", "2026-01-01");
        platform = builder.at(MovableClock.on(DAY))
                .configured("org.stepwise.log", Map.of("ticker", false))
                .start();
        eventually(() -> assertThat(service(Companies.class).all()).hasSize(1));
        var company = service(Companies.class).all().get(0);
        caller = new Caller(
                new Id(1),
                "test",
                company.id(),
                "rest",
                company.zone(),
                Locale.ENGLISH,
                Set.of("*", BusinessDates.FUTURE));
        awaitState("masterdata", Modules.State.ON);
    }

    <T> T service(Class<T> type) {
        return platform.service(type);
    }

    Id id() {
        return caller.company();
    }

    <T> T as(Supplier<T> work) {
        return service(Callers.class).as(caller, work);
    }

    void run(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    /** By somebody else, who may do everything as well. */
    <T> T by(Id user, Supplier<T> work) {
        var other = new Caller(
                user, "other", caller.company(), "rest", caller.zone(), Locale.ENGLISH, caller.permissions());
        return service(Callers.class).as(other, work);
    }

    StockService stock() {
        return service(StockService.class);
    }

    StockHolds holds() {
        return service(StockHolds.class);
    }

    void enable() {
        enable(Map.of());
    }

    void enable(Map<String, String> settings) {
        run(() -> service(Modules.class).enable(id(), "warehouse", settings));
        awaitState("warehouse", Modules.State.ON);
    }

    void disable() {
        run(() -> service(Modules.class).disable(id(), "warehouse"));
        awaitState("warehouse", Modules.State.OFF);
    }

    void purge() {
        run(() -> service(Modules.class).purge(id(), "warehouse", "warehouse"));
    }

    private void awaitState(String module, Modules.State wanted) {
        eventually(() -> {
            var standing = as(() -> service(Modules.class).find(id(), module));
            assertThat(standing.state()).as(standing.reason()).isEqualTo(wanted);
        });
    }

    /** Facts that come by another module's door, in one transaction; by the warehouse's where it is on and has one. */
    void facts(String module, Fact... facts) {
        if (Stream.of(facts).anyMatch(fact -> door(module, fact).equals("warehouse"))) {
            // As its verbs do: what they build upon is taken in before.
            settle();
        }
        run(() -> service(Transactions.class).run(() -> {
            for (var fact : facts) {
                var door = door(module, fact);
                platform.recordElsewhere(door, log -> log.record(door, DAY, fact));
            }
        }));
    }

    private String door(String module, Fact fact) {
        var owned = fact.getClass().getAnnotation(EventType.class).value().startsWith("warehouse.");
        return owned && as(() -> service(Verbs.class).owns("warehouse")) ? "warehouse" : module;
    }

    /** Facts of a day, recorded by whoever. */
    void facts(LocalDate on, Fact fact) {
        var door = door("masterdata", fact);
        run(() -> platform.recordElsewhere(door, log -> log.record(door, on, fact)));
    }

    void product(long id, String kind) {
        facts("masterdata", new ProductRecorded(new Id(id), "P" + id, "Product " + id, null, "PCE", kind, null, true));
    }

    void customer() {
        facts(
                "masterdata",
                new PartyRecorded(
                        CUSTOMER,
                        "ACME",
                        Set.of("CUSTOMER"),
                        false,
                        "Acme",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Baku",
                        null,
                        "AZ"));
    }

    static OrderLine line(int line, long product, String quantity) {
        var number = new BigDecimal(quantity);
        return new OrderLine(
                line,
                new Id(product),
                true,
                number,
                "PCE",
                BigDecimal.TEN,
                BigDecimal.ZERO,
                number,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /** An order confirmed by sales. */
    Id order(long id, OrderLine... lines) {
        return confirmed(content(id, lines));
    }

    /** As {@link #order}, and what it wants was held for it. */
    Id orderThatHeld(long id, OrderLine... lines) {
        return confirmed(content(id, lines).withHold());
    }

    private Id confirmed(OrderConfirmed fact) {
        facts("crm", fact);
        return fact.order();
    }

    private static OrderConfirmed content(long id, OrderLine... lines) {
        return new OrderConfirmed(
                new Id(id), null, CUSTOMER, null, DAY, null, "EUR", BigDecimal.ZERO, List.of(lines), false, "LINE");
    }

    Id receive(long product, String quantity, String unitCost) {
        var line = new NewReceiptLine(new Id(product), new BigDecimal(quantity), new BigDecimal(unitCost));
        return as(() -> stock().receive(new NewReceipt(null, "test", DAY, List.of(line))));
    }

    /** Waits until everything recorded is taken in, and what followed from it. */
    void settle() {
        var log = service(Log.class);
        var deliveries = service(Deliveries.class);
        eventually(() -> {
            var last = log.last();
            assertThat(deliveries.parked(id())).isEmpty();
            for (var standing : deliveries.standings(id())) {
                assertThat(!standing.running() || passed(standing.module(), last))
                        .as(standing.name())
                        .isTrue();
            }
            assertThat(log.last()).isEqualTo(last);
        });
    }

    private boolean passed(String module, long position) {
        return service(Deliveries.class).await(id(), module, position, 2000);
    }

    /** One figure, such as what is reserved of a product. */
    BigDecimal figure(String query) {
        settle();
        return service(Transactions.class).call(() -> {
            try (var connection = service(Transactions.class).connection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                return rows.next() ? rows.getBigDecimal(1) : null;
            } catch (SQLException failed) {
                throw new IllegalStateException(query, failed);
            }
        });
    }

    /** Every row of every table that is a function of the log, as text. */
    Map<String, List<String>> tables() {
        eventually(() -> assertThat(figure(
                        "SELECT COUNT(*) FROM warehouse.document WHERE number IS NULL" + " AND kind <> 'OPENING'"))
                .isZero());
        eventually(() -> assertThat(figure("SELECT COUNT(*) FROM warehouse.sales_order WHERE number IS NULL"))
                .isZero());
        settle();
        var tables = new TreeMap<String, List<String>>();
        for (var table : List.of(
                "product",
                "sales_order",
                "sales_order_line",
                "document",
                "document_line",
                "stock",
                "valuation_method",
                "supply",
                "demand",
                "book",
                "stock_value",
                "layer",
                "owed",
                "issue",
                "movement")) {
            tables.put(table, rows("SELECT * FROM warehouse." + table));
        }
        return tables;
    }

    private List<String> rows(String query) {
        return service(Transactions.class).call(() -> {
            try (var connection = service(Transactions.class).connection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(text(rows));
                }
                texts.sort(null);
                return texts;
            } catch (SQLException failed) {
                throw new IllegalStateException(query, failed);
            }
        });
    }

    private static String text(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        var columns = row.getMetaData();
        var movement = columns.getTableName(1).equalsIgnoreCase("movement");
        for (int i = 2; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            if (!PATH.contains(name) && !(movement && name.equals("id"))) {
                text.append(name).append('=').append(text(row.getObject(i))).append(' ');
            }
        }
        return text.toString();
    }

    private static Object text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof BigDecimal number ? Amounts.plain(number) : value;
    }

    @Override
    public void close() {
        platform.close();
    }
}
