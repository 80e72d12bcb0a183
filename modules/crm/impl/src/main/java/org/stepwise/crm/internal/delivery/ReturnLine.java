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

/** A line of a goods return. */
@Entity
@Table(schema = "crm", name = "return_line")
@IdClass(LineKey.class)
public class ReturnLine {
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
    private GoodsReturn returned;

    @Column(name = "order_line")
    private int orderLine;

    private long product;
    private BigDecimal quantity;

    protected ReturnLine() {}

    ReturnLine(GoodsReturn returned, long company, long document, MovementLine moved) {
        this.returned = returned;
        this.company = company;
        this.document = document;
        line = moved.line();
        orderLine = moved.orderLine();
        product = moved.product().value();
        quantity = Amounts.quantity(moved.quantity());
    }

    MovementLine content() {
        return new MovementLine(line, orderLine, new Id(product), quantity);
    }
}
