package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Products;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/** An administrator types days that cannot be, at every door there is for them. */
class TypedDaysTest {
    private static final LocalDate FOUNDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

    private TestCompany company;
    private Id customer;
    private Id product;

    @Law(1)
    @OnBothDatabases
    void daysToComeAndBeforeTheCompanyAreRefusedAtEveryDoor(Database.Kind kind) {
        System.setProperty("stepwise.company.founded", FOUNDED.toString());
        var platform = Platform.on(kind)
                .at(MovableClock.on(TODAY))
                .without("org.stepwise.northwind")
                .start();
        try (var founded = new TestCompany(platform, "rest")) {
            company = founded;
            company.enable("crm");
            customer = as(() -> service(Parties.class)
                    .record(new Parties.NewParty(
                            "C", "C", true, false, false, false, null, null, null, null, null, null, null)));
            product = as(() -> service(Products.class)
                    .record(new Products.NewProduct("P", "P", null, "PCE", "GOODS", null, true)));
            salesDoors();
            refusedEverywhere("goods in", on -> service(GoodsByHand.class)
                    .record(new NewGoods(
                            Kind.RECEIPT,
                            on,
                            null,
                            "R",
                            List.of(new GoodsByHand.Line(product, BigDecimal.TEN, BigDecimal.ONE)))));
            refusedEverywhere("opening by hand", on -> service(GoodsByHand.class)
                    .record(new NewGoods(
                            Kind.OPENING,
                            on,
                            null,
                            null,
                            List.of(new GoodsByHand.Line(product, BigDecimal.TEN, BigDecimal.ONE)))));
            company.enable("warehouse");
            company.enable("accounting");
            warehouseDoors();
            booksDoors();
        } finally {
            System.clearProperty("stepwise.company.founded");
        }
    }

    private void salesDoors() {
        refusedEverywhere("order", on -> draft(on, null));
        refused("order required", "erp.day.future", () -> draft(TODAY, NEVER));
        var draft = as(() -> draft(FOUNDED, TODAY.plusYears(1)));
        refusedEverywhere("confirm", on -> {
            service(OrderService.class).confirm(draft, -1, on);
            return null;
        });
        as(() -> {
            service(OrderService.class).confirm(draft, -1, FOUNDED);
            return null;
        });
        refusedEverywhere("deliver by hand", on -> service(OrderService.class)
                .deliver(draft, -1, new HandDelivery(List.of(new OrderService.LineQuantity(1, BigDecimal.ONE)), on)));
        var delivery = as(() -> service(OrderService.class)
                .deliver(
                        draft,
                        -1,
                        new HandDelivery(List.of(new OrderService.LineQuantity(1, BigDecimal.ONE)), FOUNDED)));
        refusedEverywhere("take back by hand", on -> service(OrderService.class)
                .takeBack(
                        delivery,
                        new HandReturn(List.of(new OrderService.LineQuantity(1, BigDecimal.ONE)), "broken", on)));
        refusedEverywhere("invoice", on -> service(InvoiceService.class).issue(draft, on));
    }

    private void warehouseDoors() {
        var lines = List.of(new NewReceiptLine(product, BigDecimal.TEN, BigDecimal.ONE));
        refusedEverywhere("receipt", on -> service(StockService.class).receive(new NewReceipt(null, "R", on, lines)));
        refusedEverywhere("opening", on -> service(StockService.class).open(new NewOpening(on, lines)));
    }

    private void booksDoors() {
        refusedEverywhere("payment", on -> service(LedgerService.class)
                .receivePayment(new NewPayment(customer, null, BigDecimal.TEN, on, null)));
        var lines = List.of(
                NewJournalLine.of("6000", BigDecimal.TEN, null),
                NewJournalLine.of("1000", BigDecimal.TEN.negate(), null));
        refusedEverywhere("journal", on -> service(LedgerService.class).enter(new NewJournal(on, "rent", lines)));
        as(() -> service(LedgerService.class).enter(new NewJournal(TODAY, "rent", lines)));
        as(() -> service(LedgerService.class).enter(new NewJournal(FOUNDED, "rent", lines)));
    }

    private Id draft(LocalDate on, LocalDate required) {
        var line = new OrderService.NewLine(product, BigDecimal.ONE, BigDecimal.TEN, null);
        return service(OrderService.class)
                .draft(new OrderService.NewOrder(customer, null, null, on, required, null, List.of(line)));
    }

    private void refusedEverywhere(String door, Function<LocalDate, ?> verb) {
        refused(door, "erp.day.future", () -> verb.apply(NEVER));
        refused(door, "erp.day.future", () -> verb.apply(TODAY.plusDays(1)));
        refused(door, "erp.day.before-company", () -> verb.apply(FOUNDED.minusDays(1)));
    }

    private void refused(String door, String code, Supplier<?> verb) {
        assertThatThrownBy(() -> as(verb)).as(door).isInstanceOfSatisfying(Rejected.class, refused -> assertThat(
                        refused.code())
                .as(door + ": " + refused.getMessage())
                .isEqualTo(code));
    }

    /** Who has every permission has not the right to days to come: that one is given by its name. */
    private <T> T as(Supplier<T> work) {
        var admin = new Caller(
                new Id(1), "Ada", company.id(), "rest", java.time.ZoneOffset.UTC, Locale.ENGLISH, Set.of("*"));
        return service(Callers.class).as(admin, work);
    }

    private <T> T service(Class<T> type) {
        return company.service(type);
    }
}
