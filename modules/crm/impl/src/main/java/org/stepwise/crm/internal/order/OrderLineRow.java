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
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/** A line of an order as it stands. */
@Entity
@Table(schema = "crm", name = "order_line")
@IdClass(LineKey.class)
public class OrderLineRow {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

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

    protected OrderLineRow() {}

    OrderLineRow(Order order, long company, long document, int line) {
        this.order = order;
        this.company = company;
        this.document = document;
        this.line = line;
    }

    /** What a quantity of a line costs: quantity × price less discount, half up to four decimals. */
    public static BigDecimal net(BigDecimal quantity, BigDecimal price, BigDecimal discount) {
        return Amounts.document(
                quantity.multiply(price).multiply(HUNDRED.subtract(discount)).movePointLeft(2));
    }

    /** The tax on a net amount, half up to four decimals. */
    public static BigDecimal tax(BigDecimal net, BigDecimal percent) {
        return Amounts.document(net.multiply(percent).movePointLeft(2));
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
        tax = tax(net, taxPercent);
    }

    OrderLine content() {
        return new OrderLine(line, new Id(product), stocked, quantity, unit, price, discount, net, taxCode, taxPercent);
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

    void deliver(BigDecimal more) {
        delivered = Amounts.quantity(delivered.add(more));
    }

    void invoice(BigDecimal more) {
        invoiced = Amounts.quantity(invoiced.add(more));
    }
}
