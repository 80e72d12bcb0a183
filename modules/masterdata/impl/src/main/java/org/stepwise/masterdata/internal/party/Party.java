package org.stepwise.masterdata.internal.party;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.input.Shape;
import org.stepwise.masterdata.MasterData.PartyView;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;
import org.stepwise.web.Found;

/** A customer, supplier or employee as it stands. */
@Entity
@Table(schema = "masterdata", name = "party")
@IdClass(RowKey.class)
public class Party {
    @Id
    private long company;

    @Id
    private long id;

    private String code;

    @Column(name = "is_customer")
    private boolean customer;

    @Column(name = "is_supplier")
    private boolean supplier;

    @Column(name = "is_employee")
    private boolean employee;

    @Column(name = "is_natural")
    private boolean natural;

    @Column(name = "is_erased")
    private boolean erased;

    private String name;
    private String contact;
    private String email;
    private String phone;
    private String street;
    private String city;

    @Column(name = "postal_code")
    private String postalCode;

    private String country;

    @Version
    private long version;

    protected Party() {}

    public Party(org.stepwise.data.Id company, org.stepwise.data.Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    /** The party as it shall stand; an erased one stays erased. */
    PartyRecorded change(long seen, PartyRecorded wanted) {
        requireVersion(seen);
        if (erased) {
            throw new Conflict(
                    "masterdata.party.erased",
                    "party " + code + " was erased and takes no new data; record a new party instead");
        }
        return wanted;
    }

    PersonErased erase(String reason) {
        if (erased) {
            throw new Conflict("masterdata.party.erased", "the personal data of party " + code + " are erased already");
        }
        return new PersonErased(new org.stepwise.data.Id(id), reason);
    }

    void apply(PartyRecorded fact) {
        code = fact.code();
        customer = fact.roles().contains("CUSTOMER");
        supplier = fact.roles().contains("SUPPLIER");
        employee = fact.roles().contains("EMPLOYEE");
        natural = fact.natural();
        name = fact.organisation() == null ? fact.name() : fact.organisation();
        contact = fact.contact();
        email = fact.email();
        phone = fact.phone();
        street = fact.street();
        city = fact.city();
        postalCode = fact.postalCode();
        country = fact.country();
    }

    void apply(PersonErased fact) {
        erased = true;
        name = natural ? null : name;
        contact = null;
        email = null;
        phone = null;
        street = null;
    }

    String name() {
        return name;
    }

    String city() {
        return city;
    }

    private void requireVersion(long seen) {
        if (seen != -1 && seen != version) {
            throw new Conflict(
                    "masterdata.party.changed-meanwhile",
                    "party " + code + " was changed by somebody else; read it again and repeat your change");
        }
    }

    PartyView view() {
        return new PartyView(
                new org.stepwise.data.Id(id),
                code,
                name == null ? "" : name,
                String.join(",", roles()),
                city,
                country,
                erased,
                version);
    }

    /** All that is known, as the form shows it. */
    Found found() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", new org.stepwise.data.Id(id));
        shown.putAll(Shape.of(NewParty.class).values(known()));
        shown.put("erased", erased);
        shown.put("version", version);
        return new Found(shown, version);
    }

    /** What is known, as the base of a change that names only some fields. */
    NewParty known() {
        return new NewParty(
                code,
                name,
                customer,
                supplier,
                employee,
                natural,
                contact,
                email,
                phone,
                street,
                city,
                postalCode,
                country);
    }

    private Set<String> roles() {
        var roles = new TreeSet<String>();
        if (customer) {
            roles.add("CUSTOMER");
        }
        if (employee) {
            roles.add("EMPLOYEE");
        }
        if (supplier) {
            roles.add("SUPPLIER");
        }
        return roles;
    }
}
