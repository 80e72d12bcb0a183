package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    OrderConfirmed content(Id order, NewOrder wanted) {
        customer(wanted.customer());
        if (wanted.salesperson() != null) {
            masterData.party(wanted.salesperson());
        }
        var day = sales.day(wanted.orderedOn());
        List<OrderLine> lines = new ArrayList<>();
        for (var line : wanted.lines() == null ? List.<NewLine>of() : wanted.lines()) {
            lines.add(line(lines.size() + 1, line, day));
        }
        var freight = wanted.freight() == null ? Amounts.ZERO : Wanted.number("freight", wanted.freight(), 4);
        requireSize(lines);
        return new OrderConfirmed(
                order,
                Wanted.text("reference", wanted.reference(), 60),
                wanted.customer(),
                wanted.salesperson(),
                day,
                Wanted.day("requiredOn", wanted.requiredOn()),
                masterData.company().currency(),
                freight,
                lines);
    }

    String customerName(Id customer) {
        return masterData.party(customer).name();
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

    private OrderLine line(int number, NewLine wanted, LocalDate day) {
        if (wanted.product() == null) {
            throw Wanted.wrong("lines.product", "is missing on line " + number);
        }
        var product = masterData.product(wanted.product());
        if (!product.active()) {
            throw new Rejected("crm.line.product-inactive", "product " + product.code() + " is not sold any more");
        }
        var quantity = Wanted.quantity("lines.quantity", wanted.quantity());
        var price = wanted.price() == null
                ? listPrice(wanted.product(), product.code(), day)
                : Wanted.number("lines.price", wanted.price(), 6);
        var discount = wanted.discount() == null ? Amounts.ZERO : Wanted.number("lines.discount", wanted.discount(), 4);
        if (discount.compareTo(HUNDRED) > 0) {
            throw Wanted.wrong("lines.discount", "is above 100 percent on line " + number);
        }
        return new OrderLine(
                number,
                wanted.product(),
                product.kind().equals("GOODS"),
                quantity,
                product.unit(),
                price,
                discount,
                OrderLineRow.net(quantity, price, discount),
                product.taxCode(),
                product.taxCode() == null ? Amounts.ZERO : masterData.taxPercent(product.taxCode(), day));
    }

    private BigDecimal listPrice(Id product, String code, LocalDate day) {
        return masterData
                .price(product, day)
                .map(Amounts::quantity)
                .orElseThrow(() -> new Rejected(
                        "crm.line.no-price",
                        "product " + code + " has no list price on " + day + "; give a price or set the list price"));
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
