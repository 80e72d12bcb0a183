package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Refusal;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockValues;
import org.stepwise.web.Register;

/**
 * A receipt and an order of as many lines as a document may have, of a thousand products, go the whole way: received
 * and valued, drafted, held, confirmed, delivered, invoiced, taken back, credited, paid, posted, rebuilt.
 */
class LongDocumentsTest {
    /** Delivery looks up every 50 ms whether there is anything, however long a step takes. */
    private static final String LOOK_UP = "event_horizon()";

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int LINES = Bounds.LINES;
    private static final int PRODUCTS = 1_000;
    private static final String[] SCHEMAS = {"masterdata", "crm", "warehouse", "accounting", "eventlog"};

    /** Statements that a verb of 5,000 lines takes with all that follows from it; nearly all of them are batches. */
    private static final int MOST_STATEMENTS = 450;

    private final StatementCount count = new StatementCount();
    private TestCompany company;
    private Id customer;
    private List<Id> products;

    @Law({2, 5})
    @OnBothDatabases
    void goTheWholeWayAndComeOutTheSameLate(Database.Kind kind) {
        System.setProperty("stepwise.company.currency", "EUR");
        System.setProperty("stepwise.company.founded", "2026-01-01");
        var platform = Platform.on(kind)
                .at(MovableClock.on(DAY))
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .around(Database.class, count::around)
                .without("org.stepwise.northwind");
        try (var opened = new TestCompany(platform.start(), "rest")) {
            company = opened;
            begin();
            tooLongIsRefused();
            live(kind);
            comeOutTheSame();
        }
    }

    private void begin() {
        company.enable("crm");
        company.as(() -> {
            service(Products.class).setTaxCode(new NewTaxRate("VAT", "VAT", new BigDecimal("19"), DAY));
            customer = service(Parties.class)
                    .record(new NewParty(
                            "ACME", "Acme", true, false, false, false, null, null, null, null, "Baku", null, "AZ"));
            return null;
        });
        products = new ArrayList<>();
        for (int from = 1; from <= PRODUCTS; from += 250) {
            var first = from;
            company.as(() -> service(Transactions.class).call(() -> {
                IntStream.range(first, first + 250).forEach(number -> products.add(product(number)));
                return null;
            }));
        }
        company.settle();
    }

    private Id product(int number) {
        var product = service(Products.class)
                .record(new NewProduct("P" + number, "Product " + number, null, "PCE", "GOODS", "VAT", true));
        service(Products.class).setPrice(product, new NewPrice(new BigDecimal(number + ".55"), DAY));
        return product;
    }

    private void tooLongIsRefused() {
        var line = new NewLine(products.get(0), BigDecimal.ONE, null, null);
        refused("crm.input.invalid", () -> service(OrderService.class).draft(order(tooMany(line))));
        var goods = new GoodsByHand.Line(products.get(0), BigDecimal.ONE, BigDecimal.ONE);
        refused("masterdata.input.invalid", () -> service(GoodsByHand.class)
                .record(new NewGoods(Kind.OPENING, DAY, null, null, tooMany(goods))));
        company.enable("warehouse");
        company.settle();
        var received = new NewReceiptLine(products.get(0), BigDecimal.ONE, BigDecimal.ONE);
        refused("warehouse.input.invalid", () -> service(StockService.class)
                .receive(new NewReceipt(null, null, DAY, tooMany(received))));
        refused("warehouse.input.invalid", () -> service(StockService.class)
                .open(new NewOpening(DAY, tooMany(received))));
    }

    private static <T> List<T> tooMany(T line) {
        return Collections.nCopies(LINES + 1, line);
    }

    private NewOrder order(List<NewLine> lines) {
        return new NewOrder(customer, null, null, DAY, null, null, lines);
    }

    private void live(Database.Kind kind) {
        var orders = service(OrderService.class);
        var stock = service(StockService.class);
        step(kind, "receive", () -> stock.receive(new NewReceipt(null, "all of it", DAY, received())));
        var order = step(kind, "draft", () -> orders.draft(order(wanted())));
        step(kind, "hold", () -> {
            orders.hold(order, -1);
            return order;
        });
        step(kind, "confirm", () -> orders.confirm(order, -1, DAY));
        var delivery = step(kind, "deliver", () -> stock.deliver(order, DAY));
        var invoice = step(kind, "invoice", () -> service(InvoiceService.class).issue(order, DAY));
        assertThat(invoice.lines()).hasSize(LINES);
        var returned =
                step(kind, "take back", () -> stock.takeBack(new NewReturn(delivery, "all of it", DAY, returned())));
        var credit = step(kind, "credit", () -> service(InvoiceService.class)
                .credit(invoice.id(), new NewCredit(returned, null, DAY)));
        assertThat(credit.lines()).hasSize(LINES);
        assertThat(company.as(() -> register("warehouse.deliveries").find(delivery))
                        .view())
                .isNotNull();
    }

    private List<NewReceiptLine> received() {
        return IntStream.range(0, LINES)
                .map(line -> line % PRODUCTS)
                .mapToObj(i -> new NewReceiptLine(products.get(i), new BigDecimal(3), new BigDecimal(i + ".333333")))
                .toList();
    }

    private List<NewLine> wanted() {
        return IntStream.range(0, LINES)
                .mapToObj(line -> products.get(line % PRODUCTS))
                .map(product -> new NewLine(product, new BigDecimal(2), null, new BigDecimal("2.5")))
                .toList();
    }

    private static List<NewMovementLine> returned() {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> new NewMovementLine(line, BigDecimal.ONE))
                .toList();
    }

    /** PostgreSQL is a trip away; the embedded database is asked for one key at a time, and writes in batches too. */
    private <T> T step(Database.Kind kind, String name, Supplier<T> verb) {
        var result = new ArrayList<T>();
        var statements = count.during(
                () -> {
                    result.add(company.as(verb));
                    company.settle();
                },
                SCHEMAS);
        var asked = statements.stream()
                .filter(sql -> kind == Database.Kind.POSTGRESQL || !sql.startsWith("SELECT"))
                .filter(sql -> !sql.contains(LOOK_UP))
                .toList();
        assertThat(asked).as(name).hasSizeLessThan(MOST_STATEMENTS);
        return result.get(0);
    }

    private void comeOutTheSame() {
        company.enable("accounting");
        company.settle();
        var books = books();
        var worth = worth();
        for (var module : List.of("accounting", "warehouse")) {
            company.disable(module);
            company.purge(module);
        }
        company.enable("accounting");
        company.enable("warehouse");
        company.settle();
        assertThat(worth()).isEqualTo(worth);
        assertThat(books()).isEqualTo(books);
        var ledger = service(LedgerService.class);
        assertThat(company.as(ledger::proof).holds()).isTrue();
        var line = NewJournalLine.of("1000", BigDecimal.ZERO, null);
        refused("accounting.input.invalid", () -> ledger.enter(new NewJournal(DAY, "too long", tooMany(line))));
        longJournal(ledger);
    }

    private void longJournal(LedgerService ledger) {
        var lines = IntStream.range(0, LINES)
                .mapToObj(i -> NewJournalLine.of("1000", new BigDecimal(i % 2 == 0 ? 7 : -7), "line " + i))
                .toList();
        var journal = company.as(() -> ledger.enter(new NewJournal(DAY, "long", lines)));
        company.settle();
        var shown = company.as(() -> register("accounting.journals").find(journal));
        assertThat(shown.view()).asString().contains("line 0", "line " + (LINES - 1));
    }

    private String books() {
        return company.as(() -> service(LedgerService.class).hledger(null));
    }

    private StockValues.Total worth() {
        return company.as(service(StockValues.class)::total);
    }

    private Register register(String name) {
        return company.services(Register.class).stream()
                .filter(register -> register.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void refused(String code, Supplier<?> verb) {
        assertThatThrownBy(() -> company.as(verb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private <T> T service(Class<T> type) {
        return company.service(type);
    }
}
