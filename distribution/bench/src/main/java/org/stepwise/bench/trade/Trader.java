package org.stepwise.bench.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.data.Id;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.Picked;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** One client, who takes orders to cash: the six steps of the classic sales and distribution benchmark. */
public final class Trader {
    public static final int LINES = 5;
    private static final int LISTED = 40;
    private static final int MOST_PIECES = 9;

    private final Shop shop;
    private final Assortment assortment;
    private final Random random;
    private final OrderService orders;
    private final StockService stock;
    private final InvoiceService invoices;
    private final LedgerService ledger;
    private final Register list;
    private int taken;

    public Trader(Shop shop, Assortment assortment, int seed) {
        this.shop = shop;
        this.assortment = assortment;
        this.random = new Random(seed);
        this.orders = shop.service(OrderService.class);
        this.stock = shop.service(StockService.class);
        this.invoices = shop.service(InvoiceService.class);
        this.ledger = shop.service(LedgerService.class);
        this.list = shop.register("crm.orders");
    }

    /** How many orders have been taken. */
    public int taken() {
        return taken;
    }

    /** One order from the customer's call to the invoice, and to his payment if {@code paid}. */
    public void trade(Watch watch, boolean paid) {
        int number = taken++;
        shop.as(() -> {
            Id order = watch.of(Step.CREATE, () -> create(number));
            Id delivery = watch.of(Step.PLAN_DELIVERY, () -> stock.plan(NewDelivery.of(order)));
            OrderView shown = watch.of(Step.DISPLAY, () -> orders.find(order));
            watch.step(Step.POST_DELIVERY, () -> post(delivery, shown));
            watch.step(Step.LIST, () -> list(assortment.regular(number)));
            InvoiceView invoice = watch.of(Step.INVOICE, () -> invoices.issue(order, shop.today()));
            if (paid) {
                watch.step(Step.PAY, () -> pay(invoice));
            }
            return null;
        });
    }

    /** The same where there is no warehouse and no ledger. */
    public void tradeByHand() {
        int number = taken++;
        shop.as(() -> {
            Id order = draft(number);
            orders.confirm(order, -1, shop.today());
            orders.deliver(order, -1, new HandDelivery(List.of(), shop.today()));
            return invoices.issue(order, shop.today());
        });
    }

    /** What can be done whatever else is on, off or on its way: an order entered, shown, and found in a list. */
    public void enterAndLook() {
        int number = taken++;
        shop.as(() -> {
            Id order = draft(number);
            orders.confirm(order, -1, shop.today());
            orders.find(order);
            list(assortment.regular(number));
            return null;
        });
    }

    private Id draft(int number) {
        return orders.draft(wanted(number));
    }

    /** Held and confirmed. */
    private Id create(int number) {
        return orders.place(wanted(number).held()).id();
    }

    private NewOrder wanted(int number) {
        return new NewOrder(assortment.buyer(number), null, null, shop.today(), null, BigDecimal.ZERO, lines());
    }

    /** Five different products at their list prices. */
    private List<NewLine> lines() {
        return random.ints(0, assortment.products().size())
                .distinct()
                .limit(LINES)
                .mapToObj(product -> new NewLine(assortment.products().get(product), pieces(), null, null))
                .toList();
    }

    private BigDecimal pieces() {
        return BigDecimal.valueOf(1 + random.nextInt(MOST_PIECES));
    }

    /** Says what was picked, which is all of it, and lets it go. */
    private void post(Id delivery, OrderView order) {
        var picked = order.lines().stream()
                .map(line -> new NewMovementLine(line.line(), line.quantity()))
                .toList();
        stock.change(delivery, -1, new Picked(picked));
        stock.post(delivery, -1, shop.today());
    }

    private void list(Id customer) {
        list.list(ListQuery.first(LISTED).where("customer", customer.toString()));
    }

    /** His oldest items, which is this invoice: named, it would be refused until the books have taken it in. */
    private void pay(InvoiceView invoice) {
        ledger.receivePayment(new NewPayment(invoice.customer(), null, invoice.total(), shop.today(), null));
    }
}
