package org.stepwise.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stepwise.accounting.LedgerService;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.data.Id;
import org.stepwise.input.Reasoned;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.northwind.internal.History;
import org.stepwise.northwind.internal.Northwind;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockService.Picked;

/**
 * Business days of Northwind, with what Northwind's own history lacks: goods returned, an order cancelled, payments
 * (late, partial), a price change, and a shortage that goods received end. Each act goes through the door that is open.
 */
final class Script {
    private static final BigDecimal SHORTAGE = new BigDecimal("500");

    private final Northwind data = Northwind.read();
    private final List<Day> days = new ArrayList<>();

    /** What happens on a day. */
    record Day(LocalDate on, List<Consumer<Acts>> acts) {}

    Script(int northwindDays) {
        var plan = new TreeMap<LocalDate, Day>();
        int left = northwindDays;
        for (var day : History.days(data).values()) {
            if (left-- == 0) {
                break;
            }
            at(plan, day.on()).add(acts -> acts.history().live(day));
        }
        var first = LocalDate.of(1996, 7, 4);
        at(plan, first.plusDays(10)).add(acts -> acts.changePrice("2", "21.50"));
        at(plan, first.plusDays(11)).add(acts -> acts.placeShort("SHORT-1", "ALFKI", "1"));
        at(plan, first.plusDays(12)).add(acts -> acts.place("CANCEL-1", "BLONP", "3", "7"));
        at(plan, first.plusDays(13)).add(acts -> acts.pay("10248", null));
        at(plan, first.plusDays(14)).add(acts -> acts.cancel("CANCEL-1"));
        at(plan, first.plusDays(15)).add(acts -> acts.takeBack("10249", 1, "2"));
        at(plan, first.plusDays(16)).add(acts -> acts.pay("10249", "100.00"));
        at(plan, first.plusDays(18)).add(acts -> acts.receive("1", "600", "11.37"));
        at(plan, first.plusDays(19)).add(acts -> acts.deliverAndInvoice("SHORT-1"));
        at(plan, first.plusDays(21)).add(acts -> acts.takeBack("SHORT-1", 1, "3"));
        plan.values().forEach(days::add);
    }

    private static List<Consumer<Acts>> at(TreeMap<LocalDate, Day> plan, LocalDate on) {
        return plan.computeIfAbsent(on, day -> new Day(day, new ArrayList<>())).acts();
    }

    int size() {
        return days.size();
    }

    /** Master data and opening stock: before the first day. */
    void begin(TwinCompany company) {
        company.as(() -> {
            var history = new History(data, company.desks());
            history.recordMasterData();
            history.open();
            return null;
        });
    }

    /** The days from one (inclusive) to another (exclusive). */
    void live(TwinCompany company, int from, int to) {
        company.as(() -> {
            var acts = new Acts(company, data);
            for (var day : days.subList(from, to)) {
                acts.begin(day.on());
                day.acts().forEach(act -> act.accept(acts));
            }
            return null;
        });
    }

    /** What can be done on a day. */
    static final class Acts {
        private final TwinCompany company;
        private final History.Desks desks;
        private final History history;
        private LocalDate today;

        Acts(TwinCompany company, Northwind data) {
            this.company = company;
            this.desks = company.desks();
            this.history = new History(data, desks);
        }

        void begin(LocalDate day) {
            today = day;
            desks.days().endBefore(day);
        }

        History history() {
            return history;
        }

        void changePrice(String product, String price) {
            desks.products().setPrice(product(product), new NewPrice(new BigDecimal(price), today));
        }

        void place(String reference, String customer, String product, String quantity) {
            var line = new OrderService.NewLine(product(product), new BigDecimal(quantity), null, null);
            var draft = desks.orders()
                    .draft(new OrderService.NewOrder(
                            party(customer), reference, null, today, null, BigDecimal.ZERO, List.of(line)));
            desks.orders().confirm(draft, -1, today);
        }

        /** More than there is: the rest is a backorder until goods are received. */
        void placeShort(String reference, String customer, String product) {
            place(
                    reference,
                    customer,
                    product,
                    SHORTAGE.multiply(BigDecimal.TEN).toPlainString());
        }

        void cancel(String reference) {
            desks.orders().cancel(order(reference).id(), -1, new Reasoned("the customer changed his mind", today));
        }

        void receive(String product, String quantity, String unitCost) {
            if (desks.verbs().owns("warehouse")) {
                var line = new NewReceiptLine(product(product), new BigDecimal(quantity), new BigDecimal(unitCost));
                desks.stock().receive(new NewReceipt(party("SUP1"), "R-1", today, List.of(line)));
            } else {
                var line = new org.stepwise.masterdata.GoodsByHand.Line(
                        product(product), new BigDecimal(quantity), new BigDecimal(unitCost));
                desks.goods().record(new NewGoods(Kind.RECEIPT, today, party("SUP1"), "R-1", List.of(line)));
            }
        }

        /** Part of the order, by hand or by the warehouse: five hundred pieces. */
        void deliverAndInvoice(String reference) {
            var order = order(reference).id();
            if (desks.verbs().owns("warehouse")) {
                var delivery = desks.stock().plan(NewDelivery.of(order));
                desks.stock().change(delivery, -1, new Picked(List.of(new NewMovementLine(1, SHORTAGE))));
                desks.stock().post(delivery, -1, today);
            } else {
                desks.orders().deliver(order, -1, new HandDelivery(List.of(new LineQuantity(1, SHORTAGE)), today));
            }
            desks.invoices().issue(order, today);
        }

        void takeBack(String reference, int orderLine, String quantity) {
            var first = order(reference).deliveries().get(0);
            var delivery = first.id();
            var amount = new BigDecimal(quantity);
            Id returned = desks.verbs().owns("warehouse")
                    ? desks.stock()
                            .takeBack(new NewReturn(
                                    delivery, "damaged", today, List.of(new NewMovementLine(orderLine, amount))))
                    : desks.orders()
                            .takeBack(
                                    delivery,
                                    new HandReturn(List.of(new LineQuantity(orderLine, amount)), "damaged", today));
            company.settle();
            desks.invoices().credit(first.invoice(), new NewCredit(returned, "damaged", today));
        }

        /** Pays the order's invoice; {@code amount} null: all that is open. */
        void pay(String reference, String amount) {
            var order = order(reference);
            var invoice = order.deliveries().get(0).invoice();
            var whole = desks.invoices().find(invoice).total();
            var paid = amount == null ? whole : new BigDecimal(amount);
            if (desks.verbs().owns("accounting")) {
                company.settle();
                company.ledger()
                        .receivePayment(new LedgerService.NewPayment(order.customer(), invoice, paid, today, null));
            } else {
                desks.invoices().paid(invoice, new NewPayment(paid, today));
            }
        }

        private OrderView order(String reference) {
            return desks.orders().findByReference(reference).orElseThrow();
        }

        private Id party(String code) {
            return desks.masterData().partyByCode(code).orElseThrow().id();
        }

        private Id product(String code) {
            return desks.masterData().productByCode(code).orElseThrow().id();
        }
    }

    Collection<Day> days() {
        return days;
    }
}
