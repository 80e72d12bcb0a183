package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.IdClass;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;

/** An order of a customer. What it decides it returns as a fact; only {@code apply} writes what is binding. */
@Entity(name = "SalesOrder")
@Table(schema = "crm", name = "sales_order")
@IdClass(RowKey.class)
public class Order {
    @javax.persistence.Id
    private long company;

    @javax.persistence.Id
    private long id;

    /** Written when it is given, by a statement of its own: it comes while others change the order. */
    @Column(updatable = false)
    private String number;

    private String reference;
    private long customer;

    private Long salesperson;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.DRAFT;

    @Column(name = "ordered_on")
    @Convert(converter = DayConverter.class)
    private LocalDate orderedOn;

    /** Null while it is a draft, and of orders that were there before it was kept. */
    @Column(name = "confirmed_on")
    @Convert(converter = DayConverter.class)
    private LocalDate confirmedOn;

    @Column(name = "required_on")
    @Convert(converter = DayConverter.class)
    private LocalDate requiredOn;

    private String currency;
    private String rounding;
    private BigDecimal freight;
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal total;
    private boolean confirmed;
    private boolean cancelled;
    private int invoices;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<OrderLineRow> lines = new ArrayList<>();

    @Version
    private long version;

    protected Order() {}

    public Order(Id company, Id id, String number) {
        this.company = company.value();
        this.id = id.value();
        this.number = number;
    }

    /** A draft is changed as a whole; what is binding is not changed but cancelled. */
    void redraft(long seen, OrderConfirmed wanted) {
        requireVersion(seen);
        requireDraft();
        write(wanted);
    }

    /** Makes the order binding. What follows from that is decided by whoever listens, never here. */
    OrderConfirmed confirm(long seen) {
        requireVersion(seen);
        requireDraft();
        if (lines.isEmpty()) {
            throw new Rejected("crm.order.empty", "order " + name() + " has no lines; enter one first");
        }
        return content();
    }

    void requireHoldable(long seen) {
        requireVersion(seen);
        requireDraft();
    }

    /** Gives up what is not delivered; empty for a draft, which binds nobody and needs no fact. */
    Optional<OrderCancelled> cancel(long seen, String reason) {
        requireVersion(seen);
        if (cancelled) {
            throw new Conflict("crm.order.already-cancelled", "order " + name() + " is cancelled already");
        }
        if (!confirmed) {
            return Optional.empty();
        }
        if (!open()) {
            throw new Conflict(
                    "crm.order.nothing-open",
                    "order " + name() + " is delivered or invoiced whole, so that nothing is left to cancel;"
                            + " take goods back instead");
        }
        return Optional.of(new OrderCancelled(new Id(id), reason));
    }

    /** Refuses a day before the order was taken, as the warehouse does. */
    void requireNotBefore(LocalDate day) {
        var taken = confirmedOn == null ? orderedOn : confirmedOn;
        if (day.isBefore(taken)) {
            throw new Rejected(
                    "crm.delivery.before-order",
                    "order " + name() + " was taken on " + taken + ", so nothing can have left for it on " + day
                            + "; choose " + taken + " or a later day",
                    Map.of("on", "before " + taken));
        }
    }

    /** Goods leave the house: the quantities given by line, or all that is open. */
    DeliveryPosted deliver(long seen, Id delivery, List<LineQuantity> wanted) {
        requireVersion(seen);
        requireBinding();
        var goods = new Leaving(name(), lines);
        var leaving = wanted.isEmpty() ? goods.allOpen() : goods.chosen(wanted, this::line);
        if (leaving.isEmpty()) {
            throw new Conflict("crm.delivery.nothing-open", "order " + name() + " has nothing left to deliver");
        }
        return new DeliveryPosted(delivery, new Id(id), new Id(customer), leaving);
    }

    /** A new or changed draft, and the order as it became binding: the same content. */
    void write(OrderConfirmed content) {
        reference = content.reference();
        customer = content.customer().value();
        salesperson = content.salesperson() == null
                ? null
                : Long.valueOf(content.salesperson().value());
        orderedOn = content.orderedOn();
        requiredOn = content.requiredOn();
        currency = content.currency();
        rounding = content.rounding();
        freight = Amounts.document(content.freight());
        write(content.lines());
        net = lines.stream().map(OrderLineRow::net).reduce(Amounts.ZERO, BigDecimal::add);
        tax = lines.stream().map(OrderLineRow::tax).reduce(Amounts.ZERO, BigDecimal::add);
        total = Amounts.document(Amounts.payable(net.add(tax).add(freight), currency));
    }

    /** Rows are written over where there are some: deleted and added again, they would meet their own key. */
    private void write(List<OrderLine> wanted) {
        while (lines.size() > wanted.size()) {
            lines.remove(lines.size() - 1);
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (i == lines.size()) {
                lines.add(new OrderLineRow(this, company, id, i + 1));
            }
            lines.get(i).write(wanted.get(i));
        }
    }

    public void apply(OrderConfirmed fact, LocalDate on) {
        write(fact);
        confirmed = true;
        confirmedOn = on;
        settle();
    }

    public void apply(OrderCancelled fact) {
        cancelled = true;
        settle();
    }

    void discard() {
        cancelled = true;
        status = OrderStatus.CANCELLED;
    }

    public void apply(DeliveryPosted fact) {
        fact.lines().forEach(moved -> line(moved.orderLine()).deliver(moved.quantity()));
        settle();
    }

    /** What came back is not wanted again: whoever delivers it again wants it. */
    public void apply(GoodsReturned fact) {
        fact.lines().forEach(back -> line(back.orderLine()).takeBack(back.quantity()));
    }

    /** Takes in an invoice: the quantities charged, and those left out because they came back, by order line. */
    public void applyInvoice(Map<Integer, BigDecimal> charged, Map<Integer, BigDecimal> leftOut) {
        charged.forEach((number, quantity) -> line(number).invoice(quantity));
        leftOut.forEach((number, quantity) -> line(number).leaveOut(quantity));
        invoices++;
        settle();
    }

    private void settle() {
        var delivered = lines.stream().anyMatch(line -> line.delivered().signum() > 0);
        var charged = lines.stream().allMatch(this::chargedWhole);
        if (cancelled && !delivered && invoices == 0) {
            status = OrderStatus.CANCELLED;
        } else if (charged && invoices > 0) {
            status = OrderStatus.INVOICED;
        } else if (cancelled || (delivered && !wantsGoods())) {
            status = OrderStatus.DELIVERED;
        } else {
            status = OrderStatus.CONFIRMED;
        }
    }

    private boolean chargedWhole(OrderLineRow line) {
        if (line.stocked()) {
            return line.charged() && (cancelled || line.undelivered().signum() == 0);
        }
        return cancelled || line.invoiced().compareTo(line.content().quantity()) >= 0;
    }

    private boolean wantsGoods() {
        return lines.stream()
                .anyMatch(line -> line.stocked() && line.undelivered().signum() > 0);
    }

    /** What of a line will never be delivered, because the order was cancelled. */
    BigDecimal givenUp(OrderLineRow line) {
        if (!cancelled) {
            return BigDecimal.ZERO;
        }
        var done = line.stocked() ? line.delivered() : line.invoiced();
        return line.content().quantity().subtract(done).max(BigDecimal.ZERO);
    }

    /** Whether goods, or services not charged yet, are still to come. */
    private boolean open() {
        return lines.stream()
                .anyMatch(line -> line.stocked()
                        ? line.undelivered().signum() > 0
                        : line.invoiced().signum() == 0);
    }

    /** Whether something came back after it was charged, or is not charged yet. */
    public boolean tookBack() {
        return lines.stream().anyMatch(OrderLineRow::tookBack);
    }

    public boolean firstInvoice() {
        return invoices == 0;
    }

    /** Services and freight are charged with the first invoice; nobody owes services of a cancelled order. */
    public List<OrderLine> services() {
        return cancelled || invoices > 0
                ? List.of()
                : lines.stream()
                        .filter(line -> !line.stocked())
                        .map(OrderLineRow::content)
                        .toList();
    }

    public boolean hasGoods() {
        return lines.stream().anyMatch(OrderLineRow::stocked);
    }

    /** Only a binding order is invoiced. */
    public OrderConfirmed charged() {
        if (!confirmed) {
            throw new Conflict("crm.order.not-confirmed", "order " + name() + " is not confirmed; confirm it first");
        }
        return content();
    }

    /** As it is wanted by now. */
    NewOrder wanted() {
        var content = content();
        return new NewOrder(
                content.customer(),
                content.reference(),
                content.salesperson(),
                content.orderedOn(),
                content.requiredOn(),
                content.freight(),
                content.lines().stream()
                        .map(line -> new NewLine(line.product(), line.quantity(), line.price(), line.discount()))
                        .toList());
    }

    OrderConfirmed content() {
        return new OrderConfirmed(
                new Id(id),
                reference,
                new Id(customer),
                salesperson == null ? null : new Id(salesperson),
                orderedOn,
                requiredOn,
                currency,
                freight,
                lines.stream().map(OrderLineRow::content).toList(),
                false,
                rounding);
    }

    public Id id() {
        return new Id(id);
    }

    List<OrderLineRow> lines() {
        return List.copyOf(lines);
    }

    Figures figures() {
        return new Figures(number, status, net, tax, total, cancelled, version);
    }

    private OrderLineRow line(int number) {
        return lines.stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow(
                        () -> new Rejected("crm.order.no-such-line", "order " + name() + " has no line " + number));
    }

    private String name() {
        return number == null ? new Id(id).toString() : number;
    }

    private void requireVersion(long seen) {
        if (seen != -1 && seen != version) {
            throw new Conflict(
                    "crm.order.changed-meanwhile",
                    "order " + name() + " was changed by somebody else; read it again and repeat what you did");
        }
    }

    private void requireDraft() {
        if (status != OrderStatus.DRAFT) {
            throw new Conflict("crm.order.not-draft", "order " + name() + " is already " + status);
        }
    }

    private void requireBinding() {
        if (!confirmed) {
            throw new Conflict("crm.order.not-confirmed", "order " + name() + " is not confirmed; confirm it first");
        }
        if (cancelled) {
            throw new Conflict(
                    "crm.order.cancelled", "order " + name() + " is cancelled; nothing of it leaves the house");
        }
    }

    /** What is not in the content of an order: what follows from it and from what was done. */
    record Figures(
            String number,
            OrderStatus status,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal total,
            boolean cancelled,
            long version) {}
}
