package org.stepwise.crm.internal.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** A delivery as sales knows it: what is invoiced, and what came back. */
@Entity
@Table(schema = "crm", name = "delivery")
@IdClass(RowKey.class)
public class Delivery {
    @javax.persistence.Id
    private long company;

    @javax.persistence.Id
    private long id;

    @Column(name = "order_id")
    private long salesOrder;

    private long customer;

    @Column(name = "delivered_on")
    @Convert(converter = DayConverter.class)
    private LocalDate deliveredOn;

    private Long invoice;

    @OneToMany(mappedBy = "delivery", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<DeliveryLine> lines = new ArrayList<>();

    @Version
    private long version;

    protected Delivery() {}

    public Delivery(Id company, LocalDate on, DeliveryPosted fact) {
        this.company = company.value();
        id = fact.delivery().value();
        salesOrder = fact.order().value();
        customer = fact.customer().value();
        deliveredOn = on;
        fact.lines().forEach(moved -> lines.add(new DeliveryLine(this, this.company, id, moved)));
    }

    /** Goods come back: the quantities given by order line, or all that the customer still has. */
    public GoodsReturned takeBack(Id returned, List<LineQuantity> wanted, String reason, LocalDate on) {
        if (on.isBefore(deliveredOn)) {
            throw new Rejected(
                    "crm.return.before-delivery",
                    "these goods left on " + deliveredOn + " and cannot come back on " + on + "; choose " + deliveredOn
                            + " or a later day",
                    Map.of("on", "before " + deliveredOn));
        }
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        if (wanted.isEmpty()) {
            lines.stream()
                    .filter(line -> line.kept().signum() > 0)
                    .forEach(line -> quantities.merge(line.orderLine(), line.kept(), BigDecimal::add));
        } else {
            wanted.forEach(one -> quantities.merge(one.line(), one.quantity(), BigDecimal::add));
        }
        List<MovementLine> back = new ArrayList<>();
        quantities.forEach((orderLine, quantity) -> {
            var line = line(orderLine);
            if (quantity.compareTo(line.kept()) > 0) {
                throw new Rejected(
                        "crm.return.more-than-delivered",
                        "of order line " + orderLine + " the customer has " + Amounts.plain(line.kept())
                                + " from this delivery, not " + Amounts.plain(quantity));
            }
            back.add(new MovementLine(back.size() + 1, orderLine, line.product(), quantity));
        });
        if (back.isEmpty()) {
            throw new Conflict("crm.return.nothing-left", "everything of this delivery came back already");
        }
        return new GoodsReturned(returned, new Id(id), new Id(salesOrder), new Id(customer), reason, back);
    }

    public void apply(GoodsReturned fact) {
        fact.lines().forEach(back -> line(back.orderLine()).takeBack(back.quantity()));
    }

    public void invoicedBy(Id document) {
        invoice = document.value();
    }

    private DeliveryLine line(int orderLine) {
        return lines.stream()
                .filter(line -> line.orderLine() == orderLine)
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "crm.return.no-such-line", "this delivery holds nothing of order line " + orderLine));
    }

    public Id id() {
        return new Id(id);
    }

    public Id order() {
        return new Id(salesOrder);
    }

    boolean cameBack() {
        return lines.stream().anyMatch(line -> line.returned().signum() > 0);
    }

    public LocalDate on() {
        return deliveredOn;
    }

    /** Null while it is not invoiced. */
    public Id invoice() {
        return invoice == null ? null : new Id(invoice);
    }

    /** What it moved, by order line. */
    public Map<Integer, BigDecimal> moved() {
        Map<Integer, BigDecimal> moved = new TreeMap<>();
        lines.forEach(line -> moved.merge(line.orderLine(), line.quantity(), BigDecimal::add));
        return moved;
    }

    DeliveryDetails details() {
        return new DeliveryDetails(
                new Id(id),
                new Id(salesOrder),
                new Id(customer),
                deliveredOn,
                invoice(),
                version,
                lines.stream()
                        .map(line -> new MovedLine(line.orderLine(), line.product(), line.quantity(), line.returned()))
                        .toList());
    }

    /** A delivery as its page shows it. */
    record DeliveryDetails(
            Id id, Id order, Id customer, LocalDate deliveredOn, Id invoice, long version, List<MovedLine> lines) {}

    /** What left, and what of it came back. */
    record MovedLine(int orderLine, Id product, BigDecimal quantity, BigDecimal returned) {}
}
