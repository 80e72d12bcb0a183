package org.stepwise.masterdata.internal.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData.PartyView;
import org.stepwise.security.Callers;

/** The parties of a company in the database. */
@Component(service = PartyRows.class)
public final class PartyRows {
    private final Transactions transactions;
    private final Callers callers;
    private final EntityManagerFactory unit;

    @Activate
    public PartyRows(
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference(target = "(osgi.unit.name=masterdata)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.callers = callers;
        this.unit = unit;
    }

    /** The calling company. */
    Id company() {
        return callers.current().company();
    }

    Optional<Party> find(Id company, Id party) {
        return Optional.ofNullable(entities().find(Party.class, new RowKey(company, party)));
    }

    Party get(Id party) {
        return find(company(), party).orElseThrow(() -> unknown(party));
    }

    /** Nobody else changes or erases the party until this transaction ends. */
    Party lock(Id party) {
        var row = entities().find(Party.class, new RowKey(company(), party), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown(party);
        }
        return row;
    }

    Optional<Party> byCode(String code) {
        return entities()
                .createQuery("select p from Party p where p.company = :company and p.code = :code", Party.class)
                .setParameter("company", company().value())
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public PartyView view(Id party) {
        return get(party).view();
    }

    /** What there is not is left out. */
    public Map<Id, PartyView> views(Collection<Id> wanted) {
        var found = new HashMap<Id, PartyView>();
        wanted.forEach(id -> find(company(), id).ifPresent(party -> found.put(id, party.view())));
        return found;
    }

    public Optional<PartyView> viewByCode(String code) {
        return byCode(code).map(Party::view);
    }

    Party findOrAdd(Id company, Id party) {
        return find(company, party).orElseGet(() -> {
            var added = new Party(company, party);
            entities().persist(added);
            return added;
        });
    }

    void flush() {
        entities().flush();
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    private static NotFound unknown(Id party) {
        return new NotFound("masterdata.party.unknown", "there is no party " + party + " in this company");
    }
}
