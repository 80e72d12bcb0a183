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
import org.stepwise.data.Id;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** Goods that came back, to be credited once. */
@Entity
@Table(schema = "crm", name = "goods_return")
@IdClass(RowKey.class)
public class GoodsReturn {
    @javax.persistence.Id
    private long company;

    @javax.persistence.Id
    private long id;

    private long delivery;

    @Column(name = "order_id")
    private long salesOrder;

    private long customer;

    @Column(name = "returned_on")
    @Convert(converter = DayConverter.class)
    private LocalDate returnedOn;

    private String reason;

    @Column(name = "credit_note")
    private Long creditNote;

    /** The invoice that left it out, because it came back before it was charged. */
    private Long invoice;

    @OneToMany(mappedBy = "returned", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<ReturnLine> lines = new ArrayList<>();

    @Version
    private long version;

    protected GoodsReturn() {}

    public GoodsReturn(Id company, LocalDate on, GoodsReturned fact) {
        this.company = company.value();
        id = fact.returned().value();
        delivery = fact.delivery().value();
        salesOrder = fact.order().value();
        customer = fact.customer().value();
        returnedOn = on;
        reason = fact.reason();
        fact.lines().forEach(moved -> lines.add(new ReturnLine(this, this.company, id, moved)));
    }

    /** What came back, if it was charged before and nobody has credited it yet. */
    public GoodsReturned toCredit() {
        if (invoice != null) {
            throw new Conflict(
                    "crm.credit.left-out",
                    "these goods came back before they were invoiced, and the invoice left them out; nobody owes them");
        }
        if (creditNote != null) {
            throw new Conflict("crm.credit.already-credited", "these goods are credited already");
        }
        return content();
    }

    private GoodsReturned content() {
        return new GoodsReturned(
                new Id(id),
                new Id(delivery),
                new Id(salesOrder),
                new Id(customer),
                reason,
                lines.stream().map(ReturnLine::content).toList());
    }

    public Id id() {
        return new Id(id);
    }

    public LocalDate on() {
        return returnedOn;
    }

    Id delivery() {
        return new Id(delivery);
    }

    public Id order() {
        return new Id(salesOrder);
    }

    /** What came back, by order line. */
    public Map<Integer, BigDecimal> moved() {
        Map<Integer, BigDecimal> moved = new TreeMap<>();
        lines.stream()
                .map(ReturnLine::content)
                .forEach(line -> moved.merge(line.orderLine(), line.quantity(), BigDecimal::add));
        return moved;
    }

    /** An invoice charges the delivery without it. */
    public void leftOutBy(Id document) {
        invoice = document.value();
    }

    public void creditedBy(Id document) {
        creditNote = document.value();
    }

    ReturnDetails details() {
        var content = content();
        return new ReturnDetails(
                content.returned(),
                content.delivery(),
                content.order(),
                content.customer(),
                returnedOn,
                reason,
                creditNote == null ? null : new Id(creditNote),
                invoice == null ? null : new Id(invoice),
                version,
                content.lines());
    }

    /** A return as its page shows it. */
    record ReturnDetails(
            Id id,
            Id delivery,
            Id order,
            Id customer,
            LocalDate returnedOn,
            String reason,
            Id creditNote,
            Id invoice,
            long version,
            List<MovementLine> lines) {}
}
