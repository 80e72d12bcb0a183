package org.stepwise.warehouse.internal.document;

import java.time.LocalDate;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Rejected;

/**
 * What the warehouse learned of an order. Its version rises with every delivery and return, so that no two take the
 * same rest or count what came back over each other.
 */
@Entity
@Table(schema = "warehouse", name = "sales_order")
@IdClass(RowKey.class)
public class KnownOrder {
    @Id
    private long company;

    @Id
    private long id;

    private String number;
    private Long customer;

    @Column(name = "confirmed_on")
    @Convert(converter = DayConverter.class)
    private LocalDate confirmedOn;

    @Column(name = "required_on")
    @Convert(converter = DayConverter.class)
    private LocalDate requiredOn;

    private boolean cancelled;
    private int deliveries;

    @Version
    private long version;

    protected KnownOrder() {}

    KnownOrder(org.stepwise.data.Id company, org.stepwise.data.Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    void confirmed(OrderConfirmed fact, LocalDate on) {
        customer = fact.customer().value();
        confirmedOn = on;
        requiredOn = fact.requiredOn();
    }

    void moved() {
        deliveries++;
    }

    void cancelled() {
        cancelled = true;
    }

    void numbered(String given) {
        number = given;
    }

    org.stepwise.data.Id company() {
        return new org.stepwise.data.Id(company);
    }

    public org.stepwise.data.Id id() {
        return new org.stepwise.data.Id(id);
    }

    /** The number, or while it has none the id. */
    public String name() {
        return number == null ? id().toString() : number;
    }

    public org.stepwise.data.Id customer() {
        return customer == null ? null : new org.stepwise.data.Id(customer);
    }

    /** Refuses a day before the order was taken. */
    public void requireNotBefore(LocalDate day) {
        if (confirmedOn != null && day.isBefore(confirmedOn)) {
            throw new Rejected(
                    "warehouse.delivery.before-order",
                    "order " + name() + " was taken on " + confirmedOn + ", so nothing can have left for it on " + day
                            + "; choose " + confirmedOn + " or a later day",
                    Map.of("on", "before " + confirmedOn));
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
