package org.stepwise.bench.trade;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.module.Modules;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Register;

/** A company whose modules run in this JVM, wired as in the distribution. */
public final class Shop implements AutoCloseable {
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    public static final String TAX_CODE = "VAT";
    private static final long STEP_MILLISECONDS = 1_000;

    private final Store store;
    private final TestCompany company;

    private Shop(Store store, TestCompany company) {
        this.store = store;
        this.company = company;
    }

    /** Opens the books with sales, warehouse and accounting on. */
    public static Shop open(Store store) {
        return open(store, List.of("crm", "warehouse", "accounting"));
    }

    /** Opens the books with these modules on. */
    public static Shop open(Store store, List<String> modules) {
        var shop = reopen(store, builder -> builder);
        modules.forEach(shop.company::enable);
        shop.as(() -> {
            shop.service(Products.class)
                    .setTaxCode(new NewTaxRate(TAX_CODE, "Value added tax", new BigDecimal("19"), FIRST_DAY));
            return null;
        });
        return shop;
    }

    /** As the company was left; {@code more} says what is different about the platform. */
    public static Shop reopen(Store store, UnaryOperator<Platform.Builder> more) {
        var platform = more.apply(Platform.on(store)
                        .at(MovableClock.on(FIRST_DAY))
                        .configured("org.stepwise.log.days", Map.of("ticker", false))
                        .without("org.stepwise.security.internal.login.FirstUser"))
                .start();
        return new Shop(store, new TestCompany(platform, "rest"));
    }

    public LocalDate today() {
        return LocalDate.now(company.platform().clock());
    }

    /** The night comes; the days before are left without their end, which is a job of its own. */
    public void nextDay() {
        company.platform().clock().move(Duration.ofDays(1));
    }

    public <T> T service(Class<T> type) {
        return company.service(type);
    }

    public Register register(String name) {
        return company.services(Register.class).stream()
                .filter(register -> register.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public <T> T as(Supplier<T> work) {
        return company.as(work);
    }

    public TestCompany company() {
        return company;
    }

    public Store store() {
        return store;
    }

    /** Waits until every reaction to everything so far, and to what it concluded, has finished. */
    public void settle() {
        var deliveries = service(Deliveries.class);
        var log = service(Log.class);
        for (long position = log.last(), before = -1; position != before; before = position, position = log.last()) {
            for (var standing : deliveries.standings(company.id())) {
                while (standing.running()
                        && !deliveries.await(company.id(), standing.module(), position, STEP_MILLISECONDS)) {
                    requireNothingParked();
                }
            }
        }
        requireNothingParked();
    }

    public boolean isOn(String module) {
        var standing = as(() -> service(Modules.class).find(company.id(), module));
        if (standing.state() == Modules.State.FAILED) {
            throw new IllegalStateException(module + " failed: " + standing.reason());
        }
        return standing.state() == Modules.State.ON;
    }

    private void requireNothingParked() {
        var parked = service(Deliveries.class).parked(company.id());
        if (!parked.isEmpty()) {
            throw new IllegalStateException("parked: " + parked.get(0));
        }
    }

    /** One number from the database, from outside. */
    public long number(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection(store.url());
    }

    /** Invoices whose journals are in the ledger. */
    public long invoicesInLedger() throws SQLException {
        return number("SELECT COUNT(*) FROM accounting.journal WHERE kind = 'INVOICE'");
    }

    /** The database with everything in it. */
    public long bytes() throws SQLException {
        return DatabaseSize.bytes(this);
    }

    @Override
    public void close() {
        company.close();
    }
}
