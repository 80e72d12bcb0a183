package org.stepwise.twin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwise.accounting.LedgerService;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.export.CanonicalExport;
import org.stepwise.log.Days;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Products;
import org.stepwise.module.Replays;
import org.stepwise.module.Verbs;
import org.stepwise.northwind.internal.History;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;

/** Northwind Traders in this process, on a database of its own, with the real modules. */
final class TwinCompany implements AutoCloseable {
    private final TestCompany company;

    TwinCompany(Store store) {
        System.setProperty("stepwise.company.name", "Northwind Traders");
        System.setProperty("stepwise.company.currency", "USD");
        System.setProperty("stepwise.company.zone", "UTC");
        System.setProperty("stepwise.company.founded", "1996-07-02");
        var platform = Platform.on(store)
                .at(MovableClock.on(LocalDate.of(1998, 5, 31)))
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .without("org.stepwise.northwind")
                .start();
        company = new TestCompany(platform, "import");
    }

    /** The company as text: everything there is of it. */
    String export() {
        return new CanonicalExport(company).write();
    }

    <T> T service(Class<T> type) {
        return company.service(type);
    }

    <T> List<T> services(Class<T> type) {
        return company.services(type);
    }

    <T> T as(Supplier<T> work) {
        return company.as(work);
    }

    void enable(String module) {
        company.enable(module);
    }

    void begin(String module) {
        company.begin(module);
    }

    void disable(String module) {
        company.disable(module);
    }

    void purge(String module) {
        company.purge(module);
    }

    Replays.Report replay(String module) {
        return company.replay(module);
    }

    void awaitOn(String module) {
        company.awaitOn(module);
    }

    void settle() {
        company.settle();
    }

    /** The desks at which history is entered, through the doors that are open. */
    History.Desks desks() {
        return new History.Desks(
                service(MasterData.class),
                service(Parties.class),
                service(Products.class),
                service(OrderService.class),
                service(InvoiceService.class),
                service(StockService.class),
                service(GoodsByHand.class),
                service(Verbs.class),
                service(Days.class));
    }

    MovableClock clock() {
        return company.platform().clock();
    }

    LedgerService ledger() {
        return service(LedgerService.class);
    }

    @Override
    public void close() {
        company.close();
    }
}
