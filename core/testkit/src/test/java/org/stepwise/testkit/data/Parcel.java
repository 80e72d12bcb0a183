package org.stepwise.testkit.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.MomentConverter;

/** A row as modules have them: company and id, a day, a moment, a version. */
@Entity
@IdClass(Parcel.Key.class)
@Table(schema = "sample", name = "parcel")
class Parcel {
    @Id
    private long company;

    @Id
    private long id;

    private String label;
    private BigDecimal weight;

    @Column(name = "sent_date")
    @Convert(converter = DayConverter.class)
    private LocalDate sentDate;

    @Column(name = "sent_at")
    @Convert(converter = MomentConverter.class)
    private Instant sentAt;

    @Version
    private long version;

    protected Parcel() {}

    Parcel(long company, long id, String label) {
        this.company = company;
        this.id = id;
        this.label = label;
    }

    void send(LocalDate on, Instant at) {
        sentDate = on;
        sentAt = at;
    }

    void relabel(String newLabel) {
        label = newLabel;
    }

    void weigh(BigDecimal newWeight) {
        weight = newWeight;
    }

    String label() {
        return label;
    }

    BigDecimal weight() {
        return weight;
    }

    LocalDate sentDate() {
        return sentDate;
    }

    Instant sentAt() {
        return sentAt;
    }

    static final class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private long company;
        private long id;

        Key() {}

        Key(long company, long id) {
            this.company = company;
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.company == company && key.id == id;
        }

        @Override
        public int hashCode() {
            return Objects.hash(company, id);
        }
    }
}
