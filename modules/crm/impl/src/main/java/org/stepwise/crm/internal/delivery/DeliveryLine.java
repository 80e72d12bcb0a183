package org.stepwise.crm.internal.delivery;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.JoinColumn;
import javax.persistence.JoinColumns;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.stepwise.crm.internal.LineKey;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.warehouse.event.MovementLine;

/** A line of a delivery, and how much of it came back. */
@Entity
@Table(schema = "crm", name = "delivery_line")
@IdClass(LineKey.class)
public class DeliveryLine {
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
    private Delivery delivery;

    @Column(name = "order_line")
    private int orderLine;

    private long product;
    private BigDecimal quantity;
    private BigDecimal returned = Amounts.quantity(BigDecimal.ZERO);

    protected DeliveryLine() {}

    DeliveryLine(Delivery delivery, long company, long document, MovementLine moved) {
        this.delivery = delivery;
        this.company = company;
        this.document = document;
        line = moved.line();
        orderLine = moved.orderLine();
        product = moved.product().value();
        quantity = Amounts.quantity(moved.quantity());
    }

    int orderLine() {
        return orderLine;
    }

    Id product() {
        return new Id(product);
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal returned() {
        return returned;
    }

    /** Delivered and not come back. */
    BigDecimal kept() {
        return quantity.subtract(returned).max(BigDecimal.ZERO);
    }

    void takeBack(BigDecimal more) {
        returned = Amounts.quantity(returned.add(more));
    }
}
