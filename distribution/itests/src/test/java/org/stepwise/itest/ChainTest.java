package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.stepwise.accounting.LedgerService;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.chain.Chain;
import org.stepwise.web.internal.chain.Chain.Node;
import org.stepwise.web.internal.chain.Chain.View;

/** Goods are ordered, delivered, invoiced, paid, brought back and credited: from each document one finds the others. */
class ChainTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** What answers requests, and needs what a server has. */
    private static final List<String> HTTP =
            List.of("answer", "http", "intake", "live", "operation", "rest", "resource", "screen", "server");

    private static final String ORDERS = "crm.orders";
    private static final String INVOICES = "crm.invoices";
    private static final String PAYMENTS = "accounting.payments";
    private static final String JOURNALS = "accounting.journals";

    private TestCompany company;
    private Id order;
    private Id delivery;
    private Id invoice;
    private Id returned;
    private Id credit;
    private Id payment;

    @AfterEach
    void close() {
        company.close();
    }

    @OnBothDatabases
    void fromEachDocumentOneFindsWhatItCameFromAndLedTo(Database.Kind kind) {
        trade(kind);
        var ofOrder = chain(ORDERS, order);
        assertThat(ofOrder.cameFrom()).isEmpty();
        assertThat(ids(ofOrder.ledTo()))
                .contains(delivery, invoice, payment, returned, credit)
                .doesNotContain(order);
        assertThat(lists(ofOrder.ledTo())).contains("crm.deliveries", INVOICES, "crm.returns", PAYMENTS, JOURNALS);
        assertThat(ofOrder.more()).isFalse();
        assertThat(ofOrder.ledTo())
                .as("once, though two modules list it")
                .filteredOn(node -> node.title() != null && node.title().startsWith("DN-"))
                .hasSize(1);

        var ofPayment = chain(PAYMENTS, payment);
        assertThat(ids(ofPayment.cameFrom())).containsExactly(invoice, delivery, order);
        assertThat(ofPayment.cameFrom().get(0).title()).isEqualTo("INV-000001");
        assertThat(lists(ofPayment.ledTo())).containsOnly(JOURNALS);

        assertThat(ids(chain("crm.deliveries", delivery).ledTo())).contains(invoice, returned, payment);
        assertThat(ids(chain("warehouse.deliveries", delivery).ledTo())).contains(invoice, returned, payment);
        assertThat(ids(chain(INVOICES, credit).cameFrom())).contains(invoice, returned, delivery, order);
        assertThat(ids(chain("accounting.open-items", credit).cameFrom())).contains(invoice);
    }

    @OnBothDatabases
    void aJournalCameFromTheDocumentThatItPosts(Database.Kind kind) {
        trade(kind);
        var journals = company.as(() -> company.service(OpenRegisters.class)
                .list(JOURNALS, ListQuery.first(100).where("documentId", invoice.toString()))
                .items());
        assertThat(journals).extracting(row -> row.get("kind")).contains("INVOICE", "COST");
        for (var journal : journals) {
            var came = chain(JOURNALS, Id.parse(journal.get("id").toString()));
            assertThat(ids(came.cameFrom())).contains(invoice, order, delivery);
            assertThat(came.ledTo()).isEmpty();
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsOffOrMayNotBeReadIsNotInTheChain(Database.Kind kind) {
        trade(kind);
        var seller = new Caller(
                new Id(1),
                "Ada",
                company.id(),
                "rest",
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Set.of("crm.order.read", "crm.invoice.read"));
        var told = company.service(Callers.class)
                .as(seller, () -> company.service(Chain.class).of(ORDERS, order, null));
        assertThat(lists(told.ledTo())).isNotEmpty().allMatch(list -> list.startsWith("crm."));
        assertThat(ids(told.ledTo())).doesNotContain(payment);

        company.disable("accounting");
        assertThat(lists(chain(ORDERS, order).ledTo())).isNotEmpty().noneMatch(list -> list.startsWith("accounting."));
    }

    private View chain(String register, Id row) {
        return company.as(() -> company.service(Chain.class).of(register, row, null));
    }

    private static List<Id> ids(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> !node.list().equals(JOURNALS))
                .map(node -> Id.parse(node.id()))
                .toList();
    }

    private static List<String> lists(List<Node> nodes) {
        return nodes.stream().map(Node::list).toList();
    }

    private void trade(Database.Kind kind) {
        var platform = Platform.on(kind);
        HTTP.forEach(part -> platform.without("org.stepwise.web.internal." + part));
        company = new TestCompany(platform.start(), "rest");
        List.of("crm", "warehouse", "accounting").forEach(company::enable);
        var customer = customer();
        var product = product();
        var five = new BigDecimal(5);
        company.as(() -> company.service(StockService.class)
                .receive(new NewReceipt(null, "R", DAY, List.of(new NewReceiptLine(product, five, BigDecimal.ONE)))));
        order = company.as(() -> company.service(OrderService.class)
                .place(new NewOrder(
                        customer, null, null, DAY, null, null, List.of(new NewLine(product, five, null, null))))
                .id());
        company.settle();
        delivery = company.as(() -> company.service(StockService.class).deliver(order, DAY));
        company.settle();
        invoice = company.as(
                () -> company.service(InvoiceService.class).issue(order, DAY).id());
        company.settle();
        payment = company.as(() -> company.service(LedgerService.class)
                .receivePayment(new LedgerService.NewPayment(customer, invoice, BigDecimal.TEN, DAY, "P")));
        returned = company.as(() -> company.service(StockService.class)
                .takeBack(new NewReturn(delivery, "damaged", DAY, List.of(new NewMovementLine(1, BigDecimal.ONE)))));
        company.settle();
        credit = company.as(() -> company.service(InvoiceService.class)
                .credit(invoice, new InvoiceService.NewCredit(returned, "damaged", DAY))
                .id());
        company.settle();
    }

    private Id customer() {
        var wanted = new NewParty(
                "C1", "Sobel & Co", true, false, false, false, null, null, null, "1 Main St", "Town", "1", "DE");
        return company.as(() -> company.service(Parties.class).record(wanted, DAY));
    }

    private Id product() {
        return company.as(() -> {
            var products = company.service(Products.class);
            var made = products.record(new NewProduct("P1", "Tea", null, "PCE", "GOODS", null, true), DAY);
            products.setPrice(made, new Products.NewPrice(BigDecimal.TEN, DAY));
            return made;
        });
    }
}
