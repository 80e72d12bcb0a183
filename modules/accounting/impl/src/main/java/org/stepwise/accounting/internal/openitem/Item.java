package org.stepwise.accounting.internal.openitem;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.stepwise.data.DayConverter;

/** An invoice that is owed (open above zero), or a credit note or payment not used up (open below zero). */
@Entity
@Table(schema = "accounting", name = "open_item")
@NamedQuery(
        name = "Item.open",
        query = "SELECT i FROM Item i WHERE i.company = :company AND i.party = :party AND i.open <> 0 ORDER BY i.seq")
public class Item {
    @Id
    long id;

    long company;
    String kind;
    long party;

    @Convert(converter = DayConverter.class)
    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Convert(converter = DayConverter.class)
    @Column(name = "due_on")
    LocalDate dueOn;

    BigDecimal total;

    @Column(name = "open_amount")
    BigDecimal open;

    long seq;

    protected Item() {}

    Item(long company, long party, long id, String kind, BigDecimal total) {
        this.company = company;
        this.party = party;
        this.id = id;
        this.kind = kind;
        this.total = total;
        this.open = total;
    }

    Item on(LocalDate issued, LocalDate due, long place) {
        issuedOn = issued;
        dueOn = due;
        seq = place;
        return this;
    }

    /** Sets this item off against another of the opposite sign, as far as both go. */
    void settle(Item other) {
        if (open.signum() * other.open.signum() >= 0) {
            return;
        }
        var amount = open.abs().min(other.open.abs());
        open = open.signum() > 0 ? open.subtract(amount) : open.add(amount);
        other.open = other.open.signum() > 0 ? other.open.subtract(amount) : other.open.add(amount);
    }
}
