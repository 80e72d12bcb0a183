package org.stepwise.masterdata.internal.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/** A grocer who has nothing but master data counts tea in pieces, and has second thoughts. */
class ProductUseTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @OnBothDatabases
    void unitAndKindAreFixedOnceGoodsCameIn(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var grocer = new Grocer(platform);
            var tea = grocer.product("TEA");
            grocer.change(tea, "KG", "GOODS");
            grocer.change(tea, "PCE", "SERVICE");
            grocer.change(tea, "PCE", "GOODS");
            grocer.company.as(() -> platform.service(GoodsByHand.class)
                    .record(new NewGoods(
                            Kind.RECEIPT,
                            MONDAY,
                            null,
                            null,
                            List.of(new GoodsByHand.Line(tea, new BigDecimal("11"), BigDecimal.ONE)))));
            refused("masterdata.product.in-use", () -> grocer.change(tea, "KG", "GOODS"));
            refused("masterdata.product.in-use", () -> grocer.change(tea, "PCE", "SERVICE"));
            grocer.change(tea, "pce", "GOODS");
            assertThat(grocer.view(tea).unit()).isEqualTo("PCE");
            grocer.change(grocer.product("COFFEE"), "KG", "GOODS");
        }
    }

    @OnBothDatabases
    void everyFactThatNamesAProductFixesIt(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var grocer = new Grocer(platform);
            var other = TestCompany.founded(platform, "Other", "rest");
            for (var fact : List.<Function<Id, Fact>>of(
                    tea -> ordered(tea, "PCE", true),
                    tea -> new OpeningStockRecorded(new Id(tea.value() + 1), "EUR", List.of(in(tea))),
                    tea -> new GoodsReceived(new Id(tea.value() + 2), null, null, "EUR", List.of(in(tea))),
                    tea -> new DeliveryPosted(
                            new Id(tea.value() + 3), new Id(8), new Id(9), List.of(new MovementLine(1, 1, tea, TEN))),
                    ProductUseTest::invoiced)) {
                var tea = grocer.product("TEA" + fact.hashCode());
                recorded(other, fact.apply(tea));
                grocer.change(tea, "BOX", "GOODS");
                grocer.change(tea, "PCE", "GOODS");
                grocer.record(fact.apply(tea));
                refused("masterdata.product.in-use", () -> grocer.change(tea, "KG", "GOODS"));
            }
        }
    }

    /** Nobody sees a fact before its transaction ends; who changes the unit waits for it. */
    @OnBothDatabases
    void aChangeOfTheUnitWaitsForWhoJustNamesTheProduct(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var grocer = new Grocer(platform);
            var tea = grocer.product("TEA");
            var change = new AtomicReference<CompletableFuture<Void>>();
            grocer.company.as(() -> {
                platform.recordElsewhere("crm", log -> {
                    log.record("crm", MONDAY, ordered(tea, "PCE", true));
                    change.set(CompletableFuture.runAsync(() -> grocer.change(tea, "KG", "GOODS")));
                    assertThatThrownBy(() -> change.get().get(1, TimeUnit.SECONDS))
                            .isInstanceOf(TimeoutException.class);
                });
                return null;
            });
            assertThatThrownBy(() -> change.get().get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(Refusal.class)
                    .hasMessageContaining("already");
            assertThat(grocer.view(tea).unit()).isEqualTo("PCE");
        }
    }

    /** An order that was typed before the change, or a verb that had read the product just before it. */
    @OnBothDatabases
    void noFactNamesAProductInAnotherUnitThanItHas(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var grocer = new Grocer(platform);
            var tea = grocer.product("TEA");
            grocer.change(tea, "KG", "GOODS");
            for (var again = 0; again < 3; again++) {
                refused("masterdata.product.changed-meanwhile", () -> grocer.record(ordered(tea, "PCE", true)));
                refused("masterdata.product.changed-meanwhile", () -> grocer.record(ordered(tea, "KG", false)));
                grocer.record(ordered(tea, "KG", true));
            }
            var jam = grocer.product("JAM");
            grocer.company.as(() -> {
                platform.recordElsewhere("crm", log -> {
                    grocer.change(jam, "GLS", "GOODS");
                    log.record("crm", MONDAY, ordered(jam, "GLS", true));
                });
                return null;
            });
            var advice = grocer.product("ADVICE");
            grocer.change(advice, "H", "SERVICE");
            refused(
                    "masterdata.product.changed-meanwhile",
                    () -> grocer.record(new GoodsReceived(new Id(1), null, null, "EUR", List.of(in(advice)))));
        }
    }

    /** Orders name the same products day after day. */
    @OnBothDatabases
    void nothingIsAskedForAProductThatIsKnownToBeInUse(Database.Kind kind) {
        var count = new StatementCount();
        try (var platform =
                Platform.on(kind).around(Database.class, count::around).start()) {
            var grocer = new Grocer(platform);
            var tea = grocer.product("TEA");
            for (var again = 0; again < 3; again++) {
                grocer.record(ordered(tea, "PCE", true));
                grocer.settle();
            }
            assertThat(count.during(
                            () -> {
                                grocer.record(ordered(tea, "PCE", true));
                                grocer.settle();
                            },
                            "masterdata"))
                    .isEmpty();
        }
    }

    private static final BigDecimal TEN = BigDecimal.TEN;

    private static ReceiptLine in(Id product) {
        return new ReceiptLine(1, product, TEN, BigDecimal.ONE);
    }

    private static OrderConfirmed ordered(Id product, String unit, boolean stocked) {
        var line =
                new OrderLine(1, product, stocked, TEN, unit, TEN, BigDecimal.ZERO, TEN, null, BigDecimal.ZERO, null);
        return new OrderConfirmed(
                new Id(System.nanoTime()),
                null,
                new Id(9),
                null,
                MONDAY,
                null,
                "EUR",
                BigDecimal.ZERO,
                List.of(line),
                false,
                null);
    }

    private static InvoiceIssued invoiced(Id product) {
        var goods = new InvoiceLine(
                1, "GOODS", product, 1, TEN, TEN, BigDecimal.ZERO, TEN, null, BigDecimal.ZERO, BigDecimal.ZERO);
        var freight = new InvoiceLine(
                2, "FREIGHT", null, 0, TEN, TEN, BigDecimal.ZERO, TEN, null, BigDecimal.ZERO, BigDecimal.ZERO);
        return new InvoiceIssued(
                new Id(product.value() + 4),
                new Id(8),
                new Id(9),
                List.of(),
                MONDAY,
                MONDAY,
                "EUR",
                List.of(goods, freight),
                TEN,
                BigDecimal.ZERO,
                TEN,
                null,
                null);
    }

    /** By the module that owns it, which is not here itself. */
    private static void recorded(TestCompany company, Fact fact) {
        var type = fact.getClass().getAnnotation(EventType.class).value();
        company.record(type.substring(0, type.indexOf('.')), MONDAY, fact);
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static final class Grocer {
        private final TestCompany company;

        Grocer(Platform platform) {
            company = new TestCompany(platform, "rest");
        }

        Id product(String code) {
            return company.as(() -> company.service(Products.class)
                    .record(new NewProduct(code, code, null, "PCE", "GOODS", null, true)));
        }

        void change(Id product, String unit, String kind) {
            company.as(() -> {
                var code = company.service(MasterData.class).product(product).code();
                company.service(Products.class)
                        .change(product, -1, new NewProduct(code, code, null, unit, kind, null, true));
                return null;
            });
        }

        MasterData.ProductView view(Id product) {
            return company.as(() -> company.service(MasterData.class).product(product));
        }

        void settle() {
            var last = company.service(Log.class).last();
            eventually(() -> assertThat(company.service(Deliveries.class).await(company.id(), "masterdata", last, 2000))
                    .isTrue());
        }

        void record(Fact fact) {
            recorded(company, fact);
        }
    }
}
