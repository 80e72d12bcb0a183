package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.JoinColumn;
import javax.persistence.JoinColumns;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.crm.internal.LineKey;
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/** A line of an order as it stands. */
@Entity
@Table(schema = "crm", name = "order_line")
@IdClass(LineKey.class)
public class OrderLineRow {
    @javax.persistence.Id
    private long company;

    @javax.persistence.Id
    private long document;

    @javax.persistence.Id
    private int line;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "company", referencedColumnName = "company", insertable = false, updatable = false),
        @JoinColumn(name = "document", referencedColumnName = "id", insertable = false, updatable = false)
    })
    private Order order;

    private long product;
    private boolean stocked;
    private BigDecimal quantity;
    private String unit;
    private BigDecimal price;
    private BigDecimal discount;
    private BigDecimal net;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "tax_percent")
    private BigDecimal taxPercent;

    private BigDecimal tax;
    private BigDecimal delivered = Amounts.quantity(BigDecimal.ZERO);
    private BigDecimal invoiced = Amounts.quantity(BigDecimal.ZERO);
    private BigDecimal returned = Amounts.quantity(BigDecimal.ZERO);

    /** Came back before it was invoiced, so that no invoice charges it. */
    @Column(name = "left_out")
    private BigDecimal leftOut = Amounts.quantity(BigDecimal.ZERO);

    protected OrderLineRow() {}

    OrderLineRow(Order order, long company, long document, int line) {
        this.order = order;
        this.company = company;
        this.document = document;
        this.line = line;
    }

    void write(OrderLine wanted) {
        product = wanted.product().value();
        stocked = wanted.stocked();
        quantity = Amounts.quantity(wanted.quantity());
        unit = wanted.unit();
        price = Amounts.quantity(wanted.price());
        discount = Amounts.document(wanted.discount());
        net = Amounts.document(wanted.net());
        taxCode = wanted.taxCode();
        taxPercent = Amounts.document(wanted.taxPercent());
        tax = Amounts.document(wanted.tax() == null ? Reckoning.taxOfOld(net, taxPercent) : wanted.tax());
    }

    OrderLine content() {
        return new OrderLine(
                line, new Id(product), stocked, quantity, unit, price, discount, net, taxCode, taxPercent, tax);
    }

    int line() {
        return line;
    }

    boolean stocked() {
        return stocked;
    }

    BigDecimal net() {
        return net;
    }

    BigDecimal tax() {
        return tax;
    }

    BigDecimal delivered() {
        return delivered;
    }

    BigDecimal invoiced() {
        return invoiced;
    }

    /** Ordered and not yet delivered. */
    BigDecimal undelivered() {
        return quantity.subtract(delivered).max(BigDecimal.ZERO);
    }

    /** What left and came back can leave again; nobody waits for it. */
    BigDecimal deliverable() {
        return quantity.subtract(delivered).add(returned).max(BigDecimal.ZERO);
    }

    BigDecimal returned() {
        return returned;
    }

    /** Delivered, not come back before it was charged, and not charged: what the next invoice is for. */
    boolean charged() {
        return invoiced.add(leftOut).compareTo(delivered) >= 0;
    }

    boolean tookBack() {
        return returned.compareTo(leftOut) > 0;
    }

    void takeBack(BigDecimal more) {
        returned = Amounts.quantity(returned.add(more));
    }

    void leaveOut(BigDecimal more) {
        leftOut = Amounts.quantity(leftOut.add(more));
    }

    void deliver(BigDecimal more) {
        delivered = Amounts.quantity(delivered.add(more));
    }

    void invoice(BigDecimal more) {
        invoiced = Amounts.quantity(invoiced.add(more));
    }
}
