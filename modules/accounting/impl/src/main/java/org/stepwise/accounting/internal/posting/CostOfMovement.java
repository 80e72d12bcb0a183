package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.stepwise.data.DayConverter;

/** What a delivery (negative) or return (positive) did to the value of stock, once the warehouse concluded it. */
@Entity
@Table(schema = "accounting", name = "cost_of_movement")
public class CostOfMovement {
    @Id
    long document;

    long company;

    @Convert(converter = DayConverter.class)
    @Column(name = "moved_on")
    LocalDate movedOn;

    BigDecimal amount;

    protected CostOfMovement() {}

    CostOfMovement(long company, long document, LocalDate movedOn, BigDecimal amount) {
        this.company = company;
        this.document = document;
        this.movedOn = movedOn;
        this.amount = amount;
    }
}
