package org.stepwise.accounting.internal.posting;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.stepwise.data.DayConverter;

/** The invoice that charged a delivery, or the credit note that credited a return. */
@Entity
@Table(schema = "accounting", name = "charge_of_movement")
public class ChargeOfMovement {
    @Id
    long document;

    long company;
    long invoice;
    long party;

    @Convert(converter = DayConverter.class)
    @Column(name = "charged_on")
    LocalDate chargedOn;

    long cause;

    protected ChargeOfMovement() {}

    ChargeOfMovement(Invoiced invoiced, long document) {
        this.document = document;
        this.company = invoiced.company();
        this.invoice = invoiced.invoice();
        this.party = invoiced.party();
        this.chargedOn = invoiced.on();
        this.cause = invoiced.cause();
    }

    /** The invoice or credit note that charges. */
    record Invoiced(long company, long invoice, long party, LocalDate on, long cause) {}
}
