package org.stepwise.crm.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.data.jpa.RowKey;

/**
 * The documents of sales as entities of the running transaction. Each is locked once; one that this transaction has
 * added needs no lock, and no statement would find it yet.
 */
@Component(service = DocumentEntities.class)
public final class DocumentEntities {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public DocumentEntities(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    public <T> Optional<T> find(Class<T> type, Id company, Id id) {
        var key = new RowKey(company, id);
        return held().get(type, key).or(() -> {
            held().found.add(key);
            return Optional.ofNullable(entities().find(type, key));
        });
    }

    /**
     * Nobody else changes the document until this transaction ends. To lock is to read anew: what was changed after a
     * mere {@link #find} is written before, or it would be lost.
     */
    public <T> Optional<T> lock(Class<T> type, Id company, Id id) {
        var key = new RowKey(company, id);
        return held().get(type, key).or(() -> {
            if (held().found.remove(key)) {
                flush();
            }
            var found = Optional.ofNullable(entities().find(type, key, LockModeType.PESSIMISTIC_WRITE));
            found.ifPresent(document -> held().documents.put(key, document));
            return found;
        });
    }

    public <T> T add(Id company, Id id, T document) {
        entities().persist(document);
        held().documents.put(new RowKey(company, id), document);
        return document;
    }

    /** Writes what was added and changed so far: for statements that meet it, and for its version. */
    public void flush() {
        entities().flush();
    }

    public EntityManager entities() {
        return transactions.entities(unit);
    }

    private Held held() {
        return transactions.pending(this, Held::new);
    }

    /** What the running transaction has locked or added, and what it has only read. */
    private static final class Held implements Transactions.Pending {
        private final Map<RowKey, Object> documents = new HashMap<>();
        private final Set<RowKey> found = new HashSet<>();

        <T> Optional<T> get(Class<T> type, RowKey key) {
            return Optional.ofNullable(documents.get(key)).map(type::cast);
        }

        /** The entities are flushed before every commit. */
        @Override
        public void write() {}
    }
}
