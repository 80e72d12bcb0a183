package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.IdClass;
import javax.persistence.JoinColumn;
import javax.persistence.JoinColumns;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.internal.LineKey;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/** A line of an invoice or credit note. */
@Entity
@Table(schema = "crm", name = "invoice_line")
@IdClass(LineKey.class)
public class InvoiceLineRow {
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
    private Invoice invoice;

    private String kind;
    private Long product;

    @Column(name = "order_line")
    private int orderLine;

    private BigDecimal quantity;
    private BigDecimal price;
    private BigDecimal discount;
    private BigDecimal net;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "tax_percent")
    private BigDecimal taxPercent;

    private BigDecimal tax;

    protected InvoiceLineRow() {}

    InvoiceLineRow(Invoice invoice, long company, long document, InvoiceLine content) {
        this.invoice = invoice;
        this.company = company;
        this.document = document;
        line = content.line();
        kind = content.kind();
        product = content.product() == null
                ? null
                : Long.valueOf(content.product().value());
        orderLine = content.orderLine();
        quantity = Amounts.quantity(content.quantity());
        price = Amounts.quantity(content.price());
        discount = Amounts.document(content.discount());
        net = Amounts.document(content.net());
        taxCode = content.taxCode();
        taxPercent = Amounts.document(content.taxPercent());
        tax = Amounts.document(content.tax());
    }

    InvoiceLine content() {
        return new InvoiceLine(
                line,
                kind,
                product == null ? null : new Id(product),
                orderLine,
                quantity,
                price,
                discount,
                net,
                taxCode,
                taxPercent,
                tax);
    }
}
