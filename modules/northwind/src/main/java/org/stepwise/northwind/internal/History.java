package org.stepwise.northwind.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.data.Id;
import org.stepwise.log.Days;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.module.Verbs;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/**
 * Lives through Northwind's history day by day, in order of business date, each act through the door that is open: what
 * was entered before is found by its code or reference and left alone, so that an interrupted import goes on.
 */
public final class History {
    public static final LocalDate FIRST_DAY = LocalDate.of(1996, 7, 3);
    private static final String PIECE = "PCE";

    /** The desks at which the history is entered; {@code stock} is null while there is no warehouse. */
    public record Desks(
            MasterData masterData,
            Parties parties,
            Products products,
            OrderService orders,
            InvoiceService invoices,
            StockService stock,
            GoodsByHand goods,
            Verbs verbs,
            Days days) {}

    private final Northwind data;
    private final Desks desks;

    public History(Northwind data, Desks desks) {
        this.data = data;
        this.desks = desks;
    }

    /** What happens on a day: orders placed, then orders shipped. */
    public record Day(LocalDate on, List<Northwind.Order> placed, List<Northwind.Order> shipped) {}

    public static SortedMap<LocalDate, Day> days(Northwind data) {
        var days = new TreeMap<LocalDate, Day>();
        for (var order : data.orders()) {
            day(days, order.orderedOn()).placed().add(order);
            if (order.shippedOn() != null) {
                day(days, order.shippedOn()).shipped().add(order);
            }
        }
        return days;
    }

    private static Day day(TreeMap<LocalDate, Day> days, LocalDate on) {
        return days.computeIfAbsent(on, day -> new Day(day, new ArrayList<>(), new ArrayList<>()));
    }

    /** Everything; tells how many orders are in after each day. */
    public void live(boolean opened, Consumer<Integer> progress) {
        recordMasterData();
        if (!opened) {
            open();
        }
        int placed = 0;
        for (var day : days(data).values()) {
            live(day);
            placed += day.placed().size();
            progress.accept(placed);
        }
        retireProducts();
    }

    /** One day, after the days before it have ended. */
    public void live(Day day) {
        desks.days().endBefore(day.on());
        day.placed().forEach(this::place);
        day.shipped().forEach(this::ship);
    }

    public void recordMasterData() {
        for (var party : data.parties()) {
            if (desks.masterData().partyByCode(party.code()).isEmpty()) {
                desks.parties().record(party);
            }
        }
        for (var product : data.products()) {
            if (desks.masterData().productByCode(product.code()).isEmpty()) {
                var id = desks.products().record(wanted(product, true));
                desks.products().setPrice(id, new NewPrice(product.price(), FIRST_DAY));
            }
        }
    }

    private static Products.NewProduct wanted(Northwind.Product product, boolean active) {
        return new Products.NewProduct(
                product.code(), product.name(), product.category(), PIECE, "GOODS", null, active);
    }

    /** Opening stock on the day before the first order, at three fifths of the list price. */
    public void open() {
        var stock = data.openingStock();
        var lines = data.products().stream()
                .filter(product -> stock.get(product.code()).signum() > 0)
                .map(product -> line(product, stock))
                .toList();
        if (desks.verbs().owns("warehouse")) {
            desks.stock().open(new NewOpening(FIRST_DAY, lines));
        } else {
            desks.goods()
                    .record(new NewGoods(
                            Kind.OPENING,
                            FIRST_DAY,
                            null,
                            null,
                            lines.stream()
                                    .map(line -> new GoodsByHand.Line(line.product(), line.quantity(), line.unitCost()))
                                    .toList()));
        }
    }

    private NewReceiptLine line(Northwind.Product product, Map<String, BigDecimal> stock) {
        return new NewReceiptLine(product(product.code()), stock.get(product.code()), product.unitCost());
    }

    public void place(Northwind.Order order) {
        if (desks.orders().findByReference(order.reference()).isPresent()) {
            return;
        }
        var lines = order.lines().stream()
                .map(line -> new OrderService.NewLine(
                        product(line.product()), line.quantity(), line.price(), line.discount()))
                .toList();
        var draft = desks.orders()
                .draft(new OrderService.NewOrder(
                        party(order.customer()),
                        order.reference(),
                        party(order.employee()),
                        order.orderedOn(),
                        order.requiredOn(),
                        order.freight(),
                        lines));
        desks.orders().confirm(draft, -1, order.orderedOn());
    }

    /** Delivers all of the order through the door that is open, and invoices it, on the day it was shipped. */
    public void ship(Northwind.Order order) {
        var known = desks.orders().findByReference(order.reference()).orElseThrow();
        if (known.deliveries().isEmpty() && known.status().equals("CONFIRMED")) {
            deliver(known.id(), order.shippedOn());
        }
        if (!known.status().equals("INVOICED")) {
            desks.invoices().issue(known.id(), order.shippedOn());
        }
    }

    private void deliver(Id order, LocalDate on) {
        if (desks.verbs().owns("warehouse")) {
            desks.stock().deliver(order, on);
        } else {
            desks.orders().deliver(order, -1, new HandDelivery(List.of(), on));
        }
    }

    private void retireProducts() {
        for (var product : data.products()) {
            var known = desks.masterData().productByCode(product.code()).orElseThrow();
            if (product.discontinued() && known.active()) {
                desks.products().change(known.id(), -1, wanted(product, false));
            }
        }
    }

    private Id party(String code) {
        return desks.masterData().partyByCode(code).orElseThrow().id();
    }

    private Id product(String code) {
        return desks.masterData().productByCode(code).orElseThrow().id();
    }
}
