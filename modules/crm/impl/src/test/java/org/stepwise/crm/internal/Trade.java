package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.CompanyRules.NewRounding;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.Erasure;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.masterdata.Rounding;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;

/** A trading company with sales switched on, in which stories are told. */
final class Trade implements AutoCloseable {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Platform platform;
    private final Caller caller;

    private Trade(Platform platform) {
        this.platform = platform;
        eventually(() -> assertThat(platform.service(Companies.class).all()).isNotEmpty());
        var company = platform.service(Companies.class).all().get(0);
        caller = new Caller(
                new Id(1),
                "Ada",
                company.id(),
                "rest",
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Set.of("*", BusinessDates.FUTURE));
        awaitOn("masterdata");
        enable("crm");
    }

    static Trade on(Database.Kind kind) {
        return new Trade(Platform.on(kind).start());
    }

    /** Something is done to the home before sales are switched on. */
    static Trade after(Consumer<Platform> before, Database.Kind kind) {
        var platform = Platform.on(kind).start();
        before.accept(platform);
        return new Trade(platform);
    }

    /** A company with books in another currency. */
    static Trade in(String currency, Database.Kind kind) {
        System.setProperty("stepwise.company.currency", currency);
        try {
            return on(kind);
        } finally {
            System.clearProperty("stepwise.company.currency");
        }
    }

    static Trade counted(Database.Kind kind, StatementCount count) {
        return new Trade(Platform.on(kind).around(Database.class, count::around).start());
    }

    void enable(String module) {
        as(() -> {
            platform.service(Modules.class).enable(company(), module, Map.of());
            return null;
        });
        awaitOn(module);
    }

    void disableAndPurge(String module) {
        as(() -> {
            platform.service(Modules.class).disable(company(), module);
            return null;
        });
        awaitState(module, Modules.State.OFF);
        as(() -> {
            platform.service(Modules.class).purge(company(), module, module);
            return null;
        });
        awaitState(module, Modules.State.AVAILABLE);
    }

    private void awaitOn(String module) {
        awaitState(module, Modules.State.ON);
    }

    private void awaitState(String module, Modules.State state) {
        eventually(() -> {
            var standing = as(() -> platform.service(Modules.class).find(company(), module));
            assertThat(standing.state()).as("%s", standing).isEqualTo(state);
        });
    }

    Id company() {
        return caller.company();
    }

    <T> T as(Supplier<T> work) {
        return platform.service(Callers.class).as(caller, work);
    }

    void refused(String code, Runnable verb) {
        assertThatThrownBy(() -> as(() -> {
                    verb.run();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A fact of another module, which is not here itself. */
    void record(String module, Fact fact) {
        as(() -> {
            platform.recordElsewhere(module, log -> log.record(module, MONDAY, fact));
            return null;
        });
    }

    /** Gives sales a moment to take in what is committed; it may have to wait for a transaction that is not. */
    void settledSoon() {
        platform.service(Deliveries.class)
                .await(company(), "crm", platform.service(Log.class).last(), 500);
    }

    /** Everything that is in the log is in the tables of sales. */
    void settled() {
        assertThat(platform.service(Deliveries.class)
                        .await(company(), "crm", platform.service(Log.class).last(), 20_000))
                .isTrue();
        assertThat(platform.service(Deliveries.class).parked(company())).isEmpty();
    }

    Path export(Path into) {
        return platform.service(Database.class).export("crm", company(), Set.of(), into);
    }

    OrderService orders() {
        return platform.service(OrderService.class);
    }

    InvoiceService invoices() {
        return platform.service(InvoiceService.class);
    }

    Platform platform() {
        return platform;
    }

    Id customer(String code, String name) {
        return party(code, name, false);
    }

    Id person(String code, String name) {
        return party(code, name, true);
    }

    private Id party(String code, String name, boolean natural) {
        return as(() -> platform.service(Parties.class).record(known(code, name, natural)));
    }

    private static NewParty known(String code, String name, boolean natural) {
        return new NewParty(code, name, true, false, false, natural, null, null, null, null, "Berlin", null, "DE");
    }

    void rename(Id customer, String code, String name) {
        as(() -> {
            platform.service(Parties.class).change(customer, -1, known(code, name, false));
            return null;
        });
    }

    void erase(Id person) {
        as(() -> {
            platform.service(Parties.class).erase(person, new Erasure("asked for it"));
            return null;
        });
    }

    Id product(String code, String price, String taxCode) {
        return product(code, price, taxCode, "GOODS");
    }

    /** {@code price} null: it has none. */
    Id product(String code, String price, String taxCode, String kind) {
        return as(() -> {
            var products = platform.service(Products.class);
            var product = products.record(new NewProduct(code, code, null, "PCE", kind, taxCode, true));
            if (price != null) {
                products.setPrice(product, new NewPrice(new BigDecimal(price), MONDAY));
            }
            return product;
        });
    }

    void tax(String code, String percent) {
        tax(code, percent, MONDAY);
    }

    void tax(String code, String percent, LocalDate from) {
        as(() -> {
            platform.service(Products.class).setTaxCode(new NewTaxRate(code, code, new BigDecimal(percent), from));
            return null;
        });
    }

    void rounding(Rounding method) {
        as(() -> {
            platform.service(CompanyRules.class).setRounding(new NewRounding(method, MONDAY));
            return null;
        });
    }

    /** A confirmed order. */
    Id order(Id customer, NewLine... lines) {
        var order = draft(customer, "0", lines);
        as(() -> orders().confirm(order, -1, MONDAY));
        return order;
    }

    Id deliver(Id order, int line, String quantity) {
        return as(() -> orders().deliver(order, -1, new HandDelivery(List.of(quantity(line, quantity)), MONDAY)));
    }

    Id takeBack(Id delivery, int line, String quantity) {
        return as(() -> orders().takeBack(delivery, new HandReturn(List.of(quantity(line, quantity)), "back", MONDAY)));
    }

    static LineQuantity quantity(int line, String quantity) {
        return new LineQuantity(line, new BigDecimal(quantity));
    }

    InvoiceView invoice(Id order) {
        return as(() -> invoices().issue(order, MONDAY));
    }

    InvoiceView credit(Id invoice, Id returned) {
        return as(() -> invoices().credit(invoice, new NewCredit(returned, "back", MONDAY)));
    }

    InvoiceView find(Id invoice) {
        return as(() -> invoices().find(invoice));
    }

    Id draft(Id customer, String freight, NewLine... lines) {
        return as(() -> orders().draft(
                        new NewOrder(customer, null, null, MONDAY, null, new BigDecimal(freight), List.of(lines))));
    }

    static NewLine line(Id product, String quantity) {
        return new NewLine(product, new BigDecimal(quantity), null, null);
    }

    static NewLine line(Id product, String quantity, String price, String discount) {
        return new NewLine(product, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(discount));
    }

    @Override
    public void close() {
        platform.close();
    }
}
