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
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.input.LookedUp;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.MasterData.PartyView;
import org.stepwise.masterdata.MasterData.PricedProduct;
import org.stepwise.masterdata.MasterData.ProductView;

/** Makes the content of an order from what is wanted: prices, units and taxes of the order's day. */
@Component(service = OrderDrafts.class)
public final class OrderDrafts {
    private final MasterData masterData;
    private final SalesVerbs sales;

    @Activate
    public OrderDrafts(@Reference MasterData masterData, @Reference SalesVerbs sales) {
        this.masterData = masterData;
        this.sales = sales;
    }

    /** An order as it is wanted, and what is in it. */
    record Draft(OrderConfirmed content, Map<Id, ProductView> products) {}

    /** @param known the draft that it replaces, or null: who and what stays on it is not named anew */
    Draft draft(Id order, NewOrder given, NewOrder known) {
        var parties = new LookedUp<PartyView>(
                masterData::parties, party -> party.erased() ? "is erased; record a new party for new orders" : null);
        var priced = priced(given.orderedOn());
        var wanted = sales.checked(
                given,
                known,
                sales.rows().instead("masterdata.parties", parties).instead("masterdata.products", priced));
        requireCustomer(parties.of(List.of(wanted.customer())).get(wanted.customer()));
        requireSalesperson(wanted.salesperson(), parties);
        var day = sales.day(wanted.orderedOn());
        var products = priced.of(wanted.lines().stream().map(NewLine::product).toList());
        var terms = masterData.moneyTerms(day);
        var rounding = terms.rounding().name();
        var sums = Reckoning.of(rounding, terms.currency()).lines();
        List<OrderLine> lines = new ArrayList<>();
        for (var line : wanted.lines()) {
            lines.add(reckoned(line(lines.size() + 1, line, products.get(line.product()), day), sums));
        }
        var freight = freight(wanted.freight(), terms.currency());
        requireSize(lines, freight);
        var content = new OrderConfirmed(
                order,
                wanted.reference(),
                wanted.customer(),
                wanted.salesperson(),
                day,
                sales.wantedBy("requiredOn", wanted.requiredOn()),
                terms.currency(),
                freight,
                lines,
                false,
                rounding);
        return new Draft(content, views(products));
    }

    /** At the prices of the day. */
    private LookedUp<PricedProduct> priced(LocalDate orderedOn) {
        var day = orderedOn == null ? sales.today() : orderedOn;
        return new LookedUp<>(
                products -> masterData.products(products, day),
                priced -> priced.product().active() ? null : "is not sold any more");
    }

    /**
     * The draft once more, when it becomes binding: much may have happened since. What was agreed stays, prices above
     * all.
     */
    Confirmed confirmed(OrderConfirmed drafted) {
        var parties = new LookedUp<PartyView>(masterData::parties, party -> null);
        requireCustomer(parties.of(List.of(drafted.customer())).get(drafted.customer()));
        requireSalesperson(drafted.salesperson(), parties);
        var products = masterData.products(
                drafted.lines().stream().map(OrderLine::product).toList());
        drafted.lines().forEach(line -> requireAsDrafted(line, products.get(line.product())));
        return new Confirmed(drafted.rounding() == null ? rounded(drafted) : drafted, products);
    }

    /** What is recorded of an order, and its products. */
    record Confirmed(OrderConfirmed content, Map<Id, ProductView> products) {}

    private static void requireAsDrafted(OrderLine line, ProductView product) {
        requireActive(product);
        if (!product.unit().equals(line.unit()) || isGoods(product) != line.stocked()) {
            throw new Conflict(
                    "crm.line.product-changed",
                    "product " + product.code() + " is counted in " + product.unit() + " or of another kind by now;"
                            + " enter line " + line.line() + " again");
        }
    }

    /** Drafted before orders had a rounding. */
    private OrderConfirmed rounded(OrderConfirmed drafted) {
        var rounding = masterData.moneyTerms(drafted.orderedOn()).rounding().name();
        var sums = Reckoning.of(rounding, drafted.currency()).lines();
        return new OrderConfirmed(
                drafted.order(),
                drafted.reference(),
                drafted.customer(),
                drafted.salesperson(),
                drafted.orderedOn(),
                drafted.requiredOn(),
                drafted.currency(),
                Amounts.payable(drafted.freight(), drafted.currency()),
                drafted.lines().stream().map(line -> reckoned(line, sums)).toList(),
                drafted.held(),
                rounding);
    }

    /** Charged as it is, so an amount of the currency from the start. */
    private static BigDecimal freight(BigDecimal freight, String currency) {
        return freight == null ? Amounts.ZERO : Wanted.INPUT.amount("freight", freight, currency);
    }

    private static OrderLine reckoned(OrderLine line, Reckoning.Lines sums) {
        var amount = sums.add(Reckoning.exact(line.quantity(), line.price(), line.discount()), line.taxPercent());
        return new OrderLine(
                line.line(),
                line.product(),
                line.stocked(),
                line.quantity(),
                line.unit(),
                line.price(),
                line.discount(),
                amount.net(),
                line.taxCode(),
                line.taxPercent(),
                amount.tax());
    }

    private static void requireSalesperson(Id salesperson, LookedUp<PartyView> parties) {
        if (salesperson != null
                && parties.of(List.of(salesperson)).get(salesperson).erased()) {
            throw new Rejected(
                    "crm.order.salesperson-erased",
                    "the personal data of this salesperson are erased; choose another or none");
        }
    }

    private static boolean isGoods(ProductView product) {
        return product.kind().equals("GOODS");
    }

    private static void requireActive(ProductView product) {
        if (!product.active()) {
            throw new Rejected("crm.line.product-inactive", "product " + product.code() + " is not sold any more");
        }
    }

    private static Map<Id, ProductView> views(Map<Id, PricedProduct> products) {
        return products.values().stream()
                .map(PricedProduct::product)
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
    }

    private static void requireCustomer(PartyView party) {
        if (party.erased()) {
            throw new Rejected(
                    "crm.order.customer-erased",
                    "the personal data of customer " + party.code() + " are erased; record a new party for new orders");
        }
        if (!List.of(party.roles().split(",")).contains("CUSTOMER")) {
            throw new Rejected(
                    "crm.order.not-a-customer",
                    party.code() + " is not a customer; give the party the role of a customer first");
        }
    }

    /** Without its amounts: they may depend on the lines before it. */
    private OrderLine line(int number, NewLine wanted, PricedProduct priced, LocalDate day) {
        var product = priced.product();
        requireActive(product);
        return new OrderLine(
                number,
                product.id(),
                isGoods(product),
                wanted.quantity(),
                product.unit(),
                wanted.price() == null ? listPrice(priced, day) : wanted.price(),
                wanted.discount() == null ? Amounts.ZERO : wanted.discount(),
                null,
                product.taxCode(),
                Amounts.document(
                        priced.taxPercent() == null
                                ? masterData.taxPercent(product.taxCode(), day)
                                : priced.taxPercent()),
                null);
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

    /** With its taxes: what the customer will owe must be an amount that can be paid and posted. */
    private static void requireSize(List<OrderLine> lines, BigDecimal freight) {
        var total = lines.stream().map(line -> line.net().add(line.tax())).reduce(freight, BigDecimal::add);
        if (total.compareTo(Bounds.AMOUNT) >= 0) {
            throw new Rejected(
                    "crm.order.too-big",
                    "an order of " + Amounts.plain(total) + " is more than a document may come to, which is below "
                            + Bounds.AMOUNT.toPlainString() + "; enter several orders",
                    Map.of("lines", "come to more than an order may"));
        }
    }
}
