package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.security.Caller;

/** What is held for orders. Holds are no facts: they may be lost. */
@Component(service = HoldRows.class)
public final class HoldRows {
    private final Sql sql;

    @Activate
    public HoldRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** The products' guard rows are locked by whoever calls. */
    void replace(Caller by, Id order, Map<Id, BigDecimal> held, Instant expiresAt) {
        var company = by.company();
        if (holds(company, order, Instant.EPOCH)) {
            delete(company, order);
        }
        sql.batch(
                "INSERT INTO warehouse.stock_hold (company, order_id, product, quantity, expires_at, made_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                held.entrySet().stream()
                        .map(one -> new Object[] {company, order, one.getKey(), one.getValue(), expiresAt, by.user()})
                        .toList());
    }

    /** Whether something is held that has not expired at the moment. */
    boolean holds(Id company, Id order, Instant at) {
        return sql.first(
                        row -> row.getLong(1),
                        "SELECT product FROM warehouse.stock_hold WHERE company = ? AND order_id = ? AND expires_at > ?"
                                + " FETCH FIRST ROW ONLY",
                        company,
                        order,
                        at)
                .isPresent();
    }

    public void delete(Id company, Id order) {
        sql.write("DELETE FROM warehouse.stock_hold WHERE company = ? AND order_id = ?", company, order);
    }

    int deleteExpired(Id company, Instant now) {
        return sql.write("DELETE FROM warehouse.stock_hold WHERE company = ? AND expires_at <= ?", company, now);
    }
}
