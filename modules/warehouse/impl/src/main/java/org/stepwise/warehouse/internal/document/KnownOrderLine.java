package org.stepwise.warehouse.internal.document;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.stepwise.crm.event.OrderLine;

/** A line of an order that wants goods, and what of it left the house. */
@Entity
@Table(schema = "warehouse", name = "sales_order_line")
@IdClass(LineKey.class)
public class KnownOrderLine {
    @Id
    private long company;

    @Id
    @Column(name = "order_id")
    private long parent;

    @Id
    private int line;

    private long product;
    private BigDecimal ordered = BigDecimal.ZERO;
    private BigDecimal delivered = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;

    protected KnownOrderLine() {}

    KnownOrderLine(org.stepwise.data.Id company, org.stepwise.data.Id order, int line, org.stepwise.data.Id product) {
        this.company = company.value();
        this.parent = order.value();
        this.line = line;
        this.product = product.value();
    }

    void confirmed(OrderLine fact) {
        ordered = fact.quantity();
    }

    void delivered(BigDecimal quantity) {
        delivered = delivered.add(quantity);
    }

    void returned(BigDecimal quantity) {
        returned = returned.add(quantity);
    }

    public int line() {
        return line;
    }

    public org.stepwise.data.Id product() {
        return new org.stepwise.data.Id(product);
    }

    /** What may leave the house for it: what is ordered and not with the customer. */
    public BigDecimal most() {
        return ordered.subtract(delivered).add(returned).max(BigDecimal.ZERO);
    }

    /** What is ordered and did not leave the house yet; what came back is wanted again only when somebody asks. */
    public BigDecimal rest() {
        return ordered.subtract(delivered).max(BigDecimal.ZERO);
    }
}
