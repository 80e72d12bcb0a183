package org.stepwise.warehouse.internal.document;

import java.time.LocalDate;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.data.jpa.DayConverter;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;

/** Opening stock, a receipt, a delivery or a return. Its version rises with a return, so that none is taken twice. */
@Entity
@Table(schema = "warehouse", name = "document")
@IdClass(RowKey.class)
public class Document {

    /** What moves, and in which direction. */
    public enum Kind {
        OPENING,
        RECEIPT,
        DELIVERY,
        RETURN
    }

    /** A planned document is a draft: nothing has moved. */
    public enum Status {
        PLANNED,
        POSTED
    }

    @Id
    private long company;

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String number;
    private Long party;

    @Column(name = "order_id")
    private Long order;

    private Long delivery;
    private String reference;
    private String reason;

    @Column(name = "on_date")
    @Convert(converter = DayConverter.class)
    private LocalDate on;

    /** Of a planned one: whoever posts it is known to the log. */
    @Column(name = "made_by")
    private Long madeBy;

    private int returns;
    private int changes;

    @Version
    private long version;

    protected Document() {}

    private Document(org.stepwise.data.Id company, org.stepwise.data.Id id, Kind kind, Status status) {
        this.company = company.value();
        this.id = id.value();
        this.kind = kind;
        this.status = status;
    }

    static Document planned(
            org.stepwise.data.Id company, org.stepwise.data.Id id, KnownOrder order, org.stepwise.data.Id madeBy) {
        var planned = new Document(company, id, Kind.DELIVERY, Status.PLANNED);
        planned.order = order.id().value();
        planned.madeBy = madeBy.value();
        planned.party = order.customer() == null ? null : order.customer().value();
        return planned;
    }

    static Document posted(org.stepwise.data.Id company, org.stepwise.data.Id id, Kind kind, LocalDate on) {
        var posted = new Document(company, id, kind, Status.POSTED);
        posted.on = on;
        return posted;
    }

    void apply(GoodsReceived fact) {
        party = fact.supplier() == null ? null : fact.supplier().value();
        reference = fact.reference();
    }

    void apply(DeliveryPosted fact, LocalDate day) {
        status = Status.POSTED;
        madeBy = null;
        on = day;
        order = fact.order().value();
        party = fact.customer().value();
    }

    void apply(GoodsReturned fact) {
        delivery = fact.delivery().value();
        order = fact.order().value();
        party = fact.customer().value();
        reason = fact.reason();
    }

    void numbered(String given) {
        number = given;
    }

    void returned() {
        returns++;
    }

    /** Counts a change of lines, so that the version rises with it. */
    public void changed() {
        changes++;
    }

    /** Refuses what was decided on an older state of the document; -1 skips the check. */
    public void requireVersion(long seen) {
        if (seen != -1 && seen != version) {
            throw new Conflict(
                    "warehouse.document.changed-meanwhile",
                    name() + " was changed by somebody else; read it again and repeat what you did");
        }
    }

    /** Refuses unless this is a delivery that has not left the house. */
    public void requirePlanned() {
        if (kind != Kind.DELIVERY || status != Status.PLANNED) {
            throw new Conflict(
                    "warehouse.delivery.not-planned",
                    name() + " is posted and stays as it is; take goods back by a return instead");
        }
    }

    /** Refuses unless this is a delivery that has left the house. */
    public void requireDelivered() {
        if (kind != Kind.DELIVERY || status != Status.POSTED) {
            throw new Conflict(
                    "warehouse.delivery.not-posted",
                    name() + " is no posted delivery, so nothing of it can come back; post it first");
        }
    }

    /** Refuses a day before this delivery left the house. */
    public void requireNotBefore(LocalDate day) {
        if (day.isBefore(on)) {
            throw new Rejected(
                    "warehouse.return.before-delivery",
                    "delivery " + name() + " left on " + on + ", so nothing of it can have come back on " + day
                            + "; choose " + on + " or a later day",
                    Map.of("on", "before " + on));
        }
    }

    /** The number, or while it has none the id. */
    public String name() {
        return number == null ? id().toString() : number;
    }

    org.stepwise.data.Id company() {
        return new org.stepwise.data.Id(company);
    }

    public org.stepwise.data.Id id() {
        return new org.stepwise.data.Id(id);
    }

    public Kind kind() {
        return kind;
    }

    public Status status() {
        return status;
    }

    public String number() {
        return number;
    }

    public org.stepwise.data.Id party() {
        return idOf(party);
    }

    public org.stepwise.data.Id order() {
        return idOf(order);
    }

    public org.stepwise.data.Id delivery() {
        return idOf(delivery);
    }

    public String reference() {
        return reference;
    }

    public String reason() {
        return reason;
    }

    public LocalDate on() {
        return on;
    }

    public long version() {
        return version;
    }

    private static org.stepwise.data.Id idOf(Long value) {
        return value == null ? null : new org.stepwise.data.Id(value);
    }
}
