package org.stepwise.masterdata.internal.party;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;
import org.stepwise.security.PersonalKeys;

/** Records parties, and forgets people who ask for it. */
@Component
public final class PartyDesk implements Parties {
    private static final Set<String> ROLES = Set.of("CUSTOMER", "SUPPLIER", "EMPLOYEE");
    private static final String TAKEN = "masterdata.party.code-taken";

    private final PartyRows rows;
    private final PersonalKeys keys;
    private final Verbs verbs;
    private final Log log;
    private final Ids ids;

    @Activate
    public PartyDesk(
            @Reference PartyRows rows,
            @Reference PersonalKeys keys,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids) {
        this.rows = rows;
        this.keys = keys;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
    }

    @Override
    public Id record(NewParty party, LocalDate on) {
        return verbs.write("masterdata", MasterDataPermissions.PARTY_RECORD, () -> {
            var id = ids.next();
            write(fact(id, party), on == null ? verbs.today() : Wanted.day("on", on));
            return id;
        });
    }

    @Override
    public void change(Id party, long version, NewParty known) {
        verbs.write("masterdata", MasterDataPermissions.PARTY_RECORD, () -> {
            var row = rows.lock(party);
            write(row.change(version, fact(party, known)), verbs.today());
            return null;
        });
    }

    @Override
    public void erase(Id party, String reason) {
        verbs.write("masterdata", MasterDataPermissions.PARTY_ERASE, () -> {
            var fact = rows.lock(party).erase(Wanted.INPUT.required("reason", reason, Bounds.REASON));
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

    private static PartyRecorded fact(Id id, NewParty wanted) {
        var name = Wanted.INPUT.required("name", wanted.name(), Bounds.NAME);
        return new PartyRecorded(
                id,
                Wanted.INPUT.required("code", wanted.code(), Bounds.CODE),
                roles(wanted.roles()),
                wanted.natural(),
                wanted.natural() ? null : name,
                wanted.natural() ? name : null,
                Wanted.INPUT.text("contact", wanted.contact(), 200),
                email(Wanted.INPUT.text("email", wanted.email(), 200)),
                Wanted.INPUT.text("phone", wanted.phone(), 60),
                Wanted.INPUT.text("street", wanted.street(), 200),
                Wanted.INPUT.text("city", wanted.city(), 100),
                Wanted.INPUT.text("postalCode", wanted.postalCode(), 20),
                country(Wanted.INPUT.text("country", wanted.country(), 2)));
    }

    private static Set<String> roles(Set<String> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw new Rejected(
                    "masterdata.party.no-role",
                    "a party must be a customer, a supplier or an employee; choose at least one");
        }
        for (var role : wanted) {
            if (!ROLES.contains(role)) {
                throw Wanted.INPUT.wrong("roles", "knows CUSTOMER, SUPPLIER and EMPLOYEE, not " + role);
            }
        }
        return new TreeSet<>(wanted);
    }

    private static String email(String given) {
        if (given != null && (given.indexOf('@') < 1 || given.endsWith("@") || given.contains(" "))) {
            throw Wanted.INPUT.wrong("email", "is not a mail address");
        }
        return given;
    }

    private static String country(String given) {
        if (given == null) {
            return null;
        }
        var country = given.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            throw Wanted.INPUT.wrong("country", "is not a country code of ISO 3166, such as DE");
        }
        return country;
    }
}
