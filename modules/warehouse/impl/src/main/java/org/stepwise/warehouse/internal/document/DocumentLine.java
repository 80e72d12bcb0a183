package org.stepwise.warehouse.internal.document;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.ReceiptLine;

/** A line of a document; of a delivery it knows how much came back. */
@Entity
@Table(schema = "warehouse", name = "document_line")
@IdClass(LineKey.class)
public class DocumentLine {
    @Id
    private long company;

    @Id
    @Column(name = "document")
    private long parent;

    @Id
    private int line;

    @Column(name = "order_line")
    private int orderLine;

    private long product;
    private BigDecimal quantity;

    @Column(name = "unit_cost")
    private BigDecimal unitCost;

    private BigDecimal returned = BigDecimal.ZERO;

    protected DocumentLine() {}

    DocumentLine(org.stepwise.data.Id company, org.stepwise.data.Id document, int line) {
        this.company = company.value();
        this.parent = document.value();
        this.line = line;
    }

    void apply(ReceiptLine fact) {
        product = fact.product().value();
        quantity = fact.quantity();
        unitCost = fact.unitCost();
    }

    void apply(MovementLine fact) {
        orderLine = fact.orderLine();
        product = fact.product().value();
        if (quantity == null || quantity.compareTo(fact.quantity()) != 0) {
            quantity = fact.quantity();
        }
    }

    /** Returns as much of what comes back as this line delivered, and is still out. */
    BigDecimal takeBack(BigDecimal coming) {
        var taken = coming.min(out());
        returned = returned.add(taken);
        return taken;
    }

    /** What is still with the customer. */
    public BigDecimal out() {
        return quantity.subtract(returned).max(BigDecimal.ZERO);
    }

    public int line() {
        return line;
    }

    public int orderLine() {
        return orderLine;
    }

    public org.stepwise.data.Id product() {
        return new org.stepwise.data.Id(product);
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal unitCost() {
        return unitCost;
    }

    public BigDecimal returned() {
        return returned;
    }
}
