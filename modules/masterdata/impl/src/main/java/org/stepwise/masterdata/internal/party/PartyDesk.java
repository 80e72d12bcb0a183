package org.stepwise.masterdata.internal.party;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.internal.Listed;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;
import org.stepwise.security.PersonalKeys;

/** Records parties, and forgets people who ask for it. */
@Component
public final class PartyDesk implements Parties {
    private static final String TAKEN = "masterdata.party.code-taken";

    private final PartyRows rows;
    private final PersonalKeys keys;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final Listed listed;

    @Activate
    public PartyDesk(
            @Reference PartyRows rows,
            @Reference PersonalKeys keys,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference Listed listed) {
        this.rows = rows;
        this.keys = keys;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.listed = listed;
    }

    @Override
    public Id record(NewParty party, LocalDate on) {
        return verbs.write("masterdata", MasterDataPermissions.PARTY_RECORD, () -> {
            var id = ids.next();
            write(fact(id, party, null), on == null ? verbs.today() : Wanted.INPUT.day("on", on));
            return id;
        });
    }

    @Override
    public void change(Id party, long version, NewParty known) {
        verbs.write("masterdata", MasterDataPermissions.PARTY_RECORD, () -> {
            var row = rows.lock(party);
            var changed = row.change(version, fact(party, known, row.known()));
            if (!changed.equals(fact(party, row.known(), row.known()))) {
                write(changed, verbs.today());
            }
            return null;
        });
    }

    @Override
    public void erase(Id party, Erasure erasure) {
        verbs.write("masterdata", MasterDataPermissions.PARTY_ERASE, () -> {
            var fact = rows.lock(party).erase(Wanted.INPUT.checked(erasure).reason());
            log.record("masterdata", verbs.today(), fact);
            keys.destroy(rows.company(), party);
            return null;
        });
    }

    private void write(PartyRecorded fact, LocalDate on) {
        rows.byCode(fact.code())
                .filter(other -> !other.view().id().equals(fact.party()))
                .ifPresent(other -> {
                    throw Wanted.taken(fact.code(), TAKEN);
                });
        Wanted.unique(fact.code(), TAKEN, () -> {
            log.record("masterdata", on, fact);
            rows.flush();
            return null;
        });
    }

    private PartyRecorded fact(Id id, NewParty wanted, NewParty known) {
        var party = listed.checked(wanted, known);
        return new PartyRecorded(
                id,
                party.code(),
                roles(party),
                party.natural(),
                party.natural() ? null : party.name(),
                party.natural() ? party.name() : null,
                party.contact(),
                email(party.email()),
                party.phone(),
                party.street(),
                party.city(),
                party.postalCode(),
                party.country());
    }

    private static Set<String> roles(NewParty party) {
        var roles = new TreeSet<String>();
        if (party.customer()) {
            roles.add("CUSTOMER");
        }
        if (party.supplier()) {
            roles.add("SUPPLIER");
        }
        if (party.employee()) {
            roles.add("EMPLOYEE");
        }
        if (roles.isEmpty()) {
            throw new Rejected(
                    "masterdata.party.no-role",
                    "a party must be a customer, a supplier or an employee; choose at least one");
        }
        return roles;
    }

    private static String email(String given) {
        if (given != null && (given.indexOf('@') < 1 || given.endsWith("@") || given.contains(" "))) {
            throw Wanted.INPUT.wrong("email", "is not a mail address");
        }
        return given;
    }
}
