package org.stepwise.security.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.security.Forgets;
import org.stepwise.security.PersonalKeys;

/** Keys in a table. They are read each time and kept nowhere else: once destroyed, a key opens nothing any more. */
@Component
public final class KeyRing implements PersonalKeys {
    private static final int KEY_BYTES = 32;

    private static final String SELECT =
            "SELECT COALESCE(secret, '') AS secret FROM platform.personal_key WHERE company = ? AND person = ?";

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final String held;
    private final SecureRandom random = new SecureRandom();
    private final List<Forgets> keepers = new CopyOnWriteArrayList<>();

    @Activate
    public KeyRing(
            @Reference Sql sql,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock) {
        this.sql = sql;
        this.held = SELECT + (database.kind() == Database.Kind.DERBY ? " WITH RS" : " FOR SHARE");
        this.transactions = transactions;
        this.clock = clock;
    }

    @Reference(
            name = "forgets",
            unbind = "removedForgets",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedForgets(Forgets keeper) {
        keepers.add(keeper);
    }

    public void removedForgets(Forgets keeper) {
        keepers.remove(keeper);
    }

    /** Held until the transaction ends: who erases the person meanwhile waits, and then finds what was recorded. */
    @Override
    public byte[] keyOf(Id company, Id person) {
        return transactions.call(
                () -> row(held, company, person).map(KeyRing::open).orElseGet(() -> make(company, person)));
    }

    @Override
    public Optional<byte[]> find(Id company, Id person) {
        return row(SELECT, company, person).filter(key -> !key.isEmpty()).map(Base64.getDecoder()::decode);
    }

    @Override
    public void destroy(Id company, Id person) {
        transactions.run(() -> {
            var now = clock.instant();
            int destroyed = sql.update(
                    "UPDATE platform.personal_key SET secret = NULL, destroyed_at = ?"
                            + " WHERE company = ? AND person = ? AND destroyed_at IS NULL",
                    now,
                    company,
                    person);
            if (destroyed == 0 && row(SELECT, company, person).isEmpty()) {
                sql.update(
                        "INSERT INTO platform.personal_key (company, person, destroyed_at) VALUES (?, ?, ?)",
                        company,
                        person,
                        now);
            }
            keepers.forEach(keeper -> keeper.forget(company, person));
        });
    }

    /** The key as text, empty text when it was destroyed, nothing when there never was one. */
    private Optional<String> row(String select, Id company, Id person) {
        return sql.first(select, row -> row.getString("secret"), company, person);
    }

    private static byte[] open(String key) {
        if (key.isEmpty()) {
            throw new Conflict(
                    "erp.person.erased", "this person was erased; nothing can be recorded about the person any more");
        }
        return Base64.getDecoder().decode(key);
    }

    private byte[] make(Id company, Id person) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        sql.update(
                "INSERT INTO platform.personal_key (company, person, secret) VALUES (?, ?, ?)",
                company,
                person,
                Base64.getEncoder().encodeToString(key));
        return key;
    }
}
