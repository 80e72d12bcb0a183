package org.stepwise.warehouse.internal.document;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.stepwise.masterdata.event.PartyRecorded;

/** The name of a customer or supplier on lists; a natural person who was erased is called by the code. */
@Entity
@Table(schema = "warehouse", name = "party")
@IdClass(RowKey.class)
public class KnownParty {
    @Id
    private long company;

    @Id
    private long id;

    private String code;
    private String name;

    protected KnownParty() {}

    KnownParty(org.stepwise.data.Id company, org.stepwise.data.Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    void apply(PartyRecorded fact) {
        code = fact.code();
        name = fact.organisation() != null ? fact.organisation() : fact.name();
        if (name == null) {
            name = code;
        }
    }

    void erase() {
        name = code;
    }

    public String name() {
        return name;
    }
}
