package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.MasterData.PartyView;
import org.stepwise.masterdata.MasterData.PricedProduct;
import org.stepwise.masterdata.MasterData.ProductView;

/** Makes the content of an order from what is wanted: prices, units and taxes of the order's day. */
@Component(service = OrderDrafts.class)
public final class OrderDrafts {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal LIMIT = new BigDecimal("100000000000000");

    private final MasterData masterData;
    private final SalesVerbs sales;

    @Activate
    public OrderDrafts(@Reference MasterData masterData, @Reference SalesVerbs sales) {
        this.masterData = masterData;
        this.sales = sales;
    }

    /** An order as it is wanted, whom it is for and what is in it. */
    record Draft(OrderConfirmed content, String customerName, Map<Id, ProductView> products) {}

    Draft draft(Id order, NewOrder wanted) {
        var customer = customer(wanted.customer());
        if (wanted.salesperson() != null) {
            masterData.party(wanted.salesperson());
        }
        var day = sales.day(wanted.orderedOn());
        var products = masterData.products(products(lines(wanted)), day);
        List<OrderLine> lines = new ArrayList<>();
        for (var line : lines(wanted)) {
            lines.add(line(lines.size() + 1, line, products.get(line.product()), day));
        }
        requireSize(lines);
        var content = new OrderConfirmed(
                order,
                Wanted.text("reference", wanted.reference(), 60),
                wanted.customer(),
                wanted.salesperson(),
                day,
                Wanted.day("requiredOn", wanted.requiredOn()),
                masterData.company().currency(),
                wanted.freight() == null ? Amounts.ZERO : Wanted.number("freight", wanted.freight(), 4),
                lines,
                false);
        return new Draft(content, name(customer), views(products));
    }

    private static List<NewLine> lines(NewOrder wanted) {
        return wanted.lines() == null ? List.of() : wanted.lines();
    }

    private static List<Id> products(List<NewLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).product() == null) {
                throw Wanted.wrong("lines.product", "is missing on line " + (i + 1));
            }
        }
        return lines.stream().map(NewLine::product).toList();
    }

    private static Map<Id, ProductView> views(Map<Id, PricedProduct> products) {
        return products.values().stream()
                .map(PricedProduct::product)
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
    }

    /** Null for somebody erased, as in a rebuild. */
    private static String name(PartyView customer) {
        return customer.name().isEmpty() ? null : customer.name();
    }

    private PartyView customer(Id customer) {
        if (customer == null) {
            throw Wanted.wrong("customer", "is missing");
        }
        var party = masterData.party(customer);
        if (!List.of(party.roles().split(",")).contains("CUSTOMER")) {
            throw new Rejected(
                    "crm.order.not-a-customer",
                    party.code() + " is not a customer; give the party the role of a customer first");
        }
        return party;
    }

    private static OrderLine line(int number, NewLine wanted, PricedProduct priced, LocalDate day) {
        var product = priced.product();
        if (!product.active()) {
            throw new Rejected("crm.line.product-inactive", "product " + product.code() + " is not sold any more");
        }
        var quantity = Wanted.quantity("lines.quantity", wanted.quantity());
        var price = wanted.price() == null ? listPrice(priced, day) : Wanted.number("lines.price", wanted.price(), 6);
        var discount = wanted.discount() == null ? Amounts.ZERO : Wanted.number("lines.discount", wanted.discount(), 4);
        if (discount.compareTo(HUNDRED) > 0) {
            throw Wanted.wrong("lines.discount", "is above 100 percent on line " + number);
        }
        return new OrderLine(
                number,
                product.id(),
                product.kind().equals("GOODS"),
                quantity,
                product.unit(),
                price,
                discount,
                OrderLineRow.net(quantity, price, discount),
                product.taxCode(),
                Amounts.document(priced.taxPercent()));
    }

    private static BigDecimal listPrice(PricedProduct priced, LocalDate day) {
        if (priced.price() == null) {
            throw new Rejected(
                    "crm.line.no-price",
                    "product " + priced.product().code() + " has no list price on " + day
                            + "; give a price or set the list price");
        }
        return Amounts.quantity(priced.price());
    }

    /** What no amount column could hold is refused here. */
    private static void requireSize(List<OrderLine> lines) {
        var net = lines.stream().map(OrderLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (net.compareTo(LIMIT) >= 0) {
            throw new Rejected(
                    "crm.order.too-big", "an order of " + Amounts.plain(net) + " is beyond every amount here");
        }
    }
}
