package org.stepwise.modules.internal.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.security.Companies;

/** Which shadows there are, so that none is left behind by a server that ended in the middle. */
@Component(service = ShadowTable.class)
public final class ShadowTable {
    /** Another server that works with one says so after each stretch. */
    private static final Duration FORSAKEN = Duration.ofMinutes(10);

    private static final String KEY = " WHERE company = ? AND id = ?";

    private final Database database;
    private final Transactions transactions;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Set<Id> atWork = ConcurrentHashMap.newKeySet();

    record Shadow(Id company, Id id, String schema) {}

    /** The table comes with those of the companies, so that these must be there first. */
    @Activate
    public ShadowTable(
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Companies companies) {
        this.database = database;
        this.transactions = transactions;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** An id that no company has. */
    Shadow begin(Key key, String schema) {
        var shadow = new Shadow(key.company(), ids.next(), schema);
        atWork.add(shadow.id());
        sql.write(
                "INSERT INTO platform.shadow (company, id, module, module_schema, seen_at) VALUES (?, ?, ?, ?, ?)",
                shadow.company(),
                shadow.id(),
                key.module(),
                schema,
                clock.instant());
        return shadow;
    }

    void seen(Shadow shadow) {
        sql.write("UPDATE platform.shadow SET seen_at = ?" + KEY, clock.instant(), shadow.company(), shadow.id());
    }

    /** Nobody works with it any more. */
    void leave(Shadow shadow) {
        atWork.remove(shadow.id());
    }

    /** Part by part, so that nobody waits for it; ended in the middle it goes on when it is asked for again. */
    void clear(Shadow shadow) {
        if (!shadow.schema().isEmpty()) {
            while (transactions.call(() -> database.clearSome(shadow.schema(), shadow.id()))) {
                seen(shadow);
            }
        }
        sql.write("DELETE FROM platform.shadow" + KEY, shadow.company(), shadow.id());
    }

    /** Those nobody is at work with: on a database of our own nobody but us, else those not seen for long. */
    List<Shadow> forsaken() {
        var now = clock.instant();
        var before = database.kind() == Database.Kind.DERBY ? now : now.minus(FORSAKEN);
        return sql
                .list(
                        row -> new Shadow(new Id(row.getLong(1)), new Id(row.getLong(2)), row.getString(3)),
                        "SELECT company, id, module_schema FROM platform.shadow WHERE seen_at <= ?",
                        before)
                .stream()
                .filter(shadow -> !atWork.contains(shadow.id()))
                .toList();
    }
}
