package org.stepwise.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Id;
import org.stepwise.export.CanonicalExport;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;

/** One day of a company that buys, sells, takes back, is paid and writes a journal, all in one figure of its own. */
final class TradingDay {
    static final int STEPS = 7;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestCompany company;
    private final BigDecimal figure;
    private Id customer;
    private Id product;
    private Id order;
    private Id delivery;
    private Id invoice;

    TradingDay(TestCompany company, BigDecimal figure) {
        this.company = company;
        this.figure = figure;
    }

    TestCompany company() {
        return company;
    }

    void step(int number) {
        switch (number) {
            case 0 -> TwoCompaniesTest.enabled(company);
            case 1 -> masterData();
            case 2 -> receive();
            case 3 -> order();
            case 4 -> deliver();
            case 5 -> invoice();
            default -> takeBackAndPay();
        }
        company.settle();
    }

    /** All lists and documents, and the reports. */
    String told() {
        company.settle();
        return new CanonicalExport(company).write()
                + company.as(() -> {
                    var ledger = company.service(LedgerService.class);
                    return ledger.hledger(null)
                            + ledger.trialBalance(DAY)
                            + ledger.openItems()
                            + ledger.proof().checks();
                });
    }

    private void masterData() {
        customer = company.as(() -> company.service(Parties.class)
                .record(
                        new NewParty(
                                "C1",
                                "Customer of " + figure,
                                true,
                                false,
                                false,
                                false,
                                null,
                                null,
                                null,
                                "1 Main St",
                                "Town",
                                "1",
                                "DE"),
                        DAY));
        product = company.as(() -> {
            var products = company.service(Products.class);
            products.setTaxCode(new NewTaxRate("VAT", "Value added tax", figure, DAY));
            var made = products.record(new NewProduct("P1", "Thing", null, "PCE", "GOODS", "VAT", true), DAY);
            products.setPrice(made, new NewPrice(figure, DAY));
            return made;
        });
    }

    private void receive() {
        company.as(() -> company.service(StockService.class)
                .receive(new NewReceipt(null, "R", DAY, List.of(new NewReceiptLine(product, figure, figure)))));
    }

    private void order() {
        order = company.as(() -> {
            var orders = company.service(OrderService.class);
            var line = new NewLine(product, new BigDecimal("5"), null, null);
            var draft = orders.draft(new NewOrder(customer, null, null, DAY, null, null, List.of(line)));
            orders.confirm(draft, -1, DAY);
            return draft;
        });
    }

    private void deliver() {
        delivery = company.as(() -> company.service(StockService.class).deliver(order, DAY));
    }

    private void invoice() {
        invoice = company.as(
                () -> company.service(InvoiceService.class).issue(order, DAY).id());
    }

    private void takeBackAndPay() {
        company.as(() -> {
            company.service(StockService.class)
                    .takeBack(new NewReturn(delivery, "damaged", DAY, List.of(new NewMovementLine(1, BigDecimal.ONE))));
            var ledger = company.service(LedgerService.class);
            ledger.receivePayment(new NewPayment(customer, invoice, figure, DAY, "P"));
            return ledger.enter(
                    new NewJournal(DAY, "Rent", List.of(line("6000", figure), line("1000", figure.negate()))));
        });
    }

    /** What somebody could try with the ids of this company's things in another company. */
    Map<String, Supplier<Object>> triedIn(TestCompany other) {
        var orders = other.service(OrderService.class);
        var stock = other.service(StockService.class);
        var invoices = other.service(InvoiceService.class);
        var tried = new LinkedHashMap<String, Supplier<Object>>();
        var lines = List.of(new NewLine(product, BigDecimal.ONE, figure, null));
        tried.put("draft", () -> orders.draft(new NewOrder(customer, null, null, DAY, null, null, lines)));
        tried.put("find an order", () -> orders.find(order));
        tried.put("deliver", () -> stock.deliver(order, DAY));
        tried.put("plan", () -> stock.plan(NewDelivery.of(order)));
        tried.put("invoice", () -> invoices.issue(order, DAY));
        tried.put("find an invoice", () -> invoices.find(invoice));
        tried.put(
                "receive",
                () -> stock.receive(
                        new NewReceipt(null, "R", DAY, List.of(new NewReceiptLine(product, figure, figure)))));
        tried.put(
                "take back",
                () -> stock.takeBack(
                        new NewReturn(delivery, "damaged", DAY, List.of(new NewMovementLine(1, BigDecimal.ONE)))));
        tried.put("be paid", () -> other.service(LedgerService.class)
                .receivePayment(new NewPayment(customer, invoice, figure, DAY, null)));
        tried.put("set a price", () -> {
            other.service(Products.class).setPrice(product, new NewPrice(figure, DAY));
            return null;
        });
        return tried;
    }

    private static NewJournalLine line(String account, BigDecimal amount) {
        return NewJournalLine.of(account, amount, null);
    }
}
