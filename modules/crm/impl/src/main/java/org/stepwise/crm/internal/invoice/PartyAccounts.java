package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** What one company's parties owe and have to their credit, in one transaction. */
final class PartyAccounts implements Transactions.Pending {
    private static final String SETTLEMENTS =
            "SELECT id, party, position, owed, total, credited, paid FROM crm.settlement WHERE company = ?";

    private final Sql sql;
    private final Id company;
    private final Rows<Id, Settlement> settlements;
    private final Set<Id> withoutCredit = new HashSet<>();
    private final Set<Id> changed = new HashSet<>();

    PartyAccounts(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
        this.settlements = new Rows<>(
                sql,
                new Rows.Table<>(
                        "crm.settlement",
                        List.of("company", "id"),
                        document -> List.of(company, document),
                        List.of("party", "position", "owed", "total", "credited", "paid", "is_open"),
                        row -> List.of(
                                row.party(),
                                row.position(),
                                row.owed(),
                                row.total(),
                                row.credited(),
                                row.paid(),
                                row.isOpen())));
    }

    @Override
    public void write() {
        settlements.write();
        changed.clear();
    }

    /** The party owes an invoice: its oldest credits settle it. */
    void owe(Id invoice, Settlement owed) {
        var left = withoutCredit.contains(owed.party()) ? owed : setOffOldest(owed);
        if (left.isOpen()) {
            withoutCredit.add(owed.party());
        }
        put(invoice, left);
    }

    /** A credit note settles the invoice that it names, then the oldest ones; what is left waits for the next. */
    void credit(Id creditNote, Settlement credit, Id invoice) {
        put(creditNote, use(credit, invoice, Settlement::credit));
    }

    /** As {@link #credit}; {@code invoice} may be null. A payment that is used up needs no row. */
    void pay(Id payment, Settlement paid, Id invoice) {
        var left = use(paid, invoice, Settlement::pay);
        if (left.isOpen()) {
            put(payment, left);
        }
    }

    private Settlement use(Settlement credit, Id named, BiFunction<Settlement, BigDecimal, Settlement> how) {
        var rest = named != null && settlement(named).isPresent() ? setOff(credit, named, how) : credit;
        rest = setOffOldest(rest);
        if (rest.isOpen()) {
            withoutCredit.remove(rest.party());
        }
        return rest;
    }

    /** Against the oldest open ones on the other side, one after the other. */
    private Settlement setOffOldest(Settlement item) {
        var rest = item;
        for (var oldest = oldest(rest); oldest.isPresent(); oldest = oldest(rest)) {
            rest = setOff(rest, oldest.get(), Settlement::pay);
        }
        return rest;
    }

    /** Returns what is left of the item; {@code how} is how the other takes it. */
    private Settlement setOff(Settlement item, Id other, BiFunction<Settlement, BigDecimal, Settlement> how) {
        var known = settlements.get(other).orElseThrow();
        var amount = item.common(known);
        if (amount.signum() == 0) {
            return item;
        }
        put(other, how.apply(known, amount));
        return item.pay(amount);
    }

    private void put(Id document, Settlement row) {
        settlements.put(document, row);
        changed.add(row.party());
    }

    private Optional<Settlement> settlement(Id document) {
        var unknown = settlements.unknown(List.of(document));
        if (!unknown.isEmpty()) {
            settlements.found(unknown, list(" AND id = ?", company, document));
        }
        return settlements.get(document);
    }

    /** None when there is nothing left to set off. */
    private Optional<Id> oldest(Settlement item) {
        if (!item.isOpen()) {
            return Optional.empty();
        }
        if (changed.contains(item.party())) {
            write();
        }
        var found = list(
                " AND party = ? AND owed = ? AND is_open = TRUE ORDER BY position FETCH FIRST ROW ONLY",
                company,
                item.party(),
                !item.owed());
        settlements.found(List.of(), found);
        return found.keySet().stream().findFirst();
    }

    private Map<Id, Settlement> list(String which, Object... values) {
        var found = new HashMap<Id, Settlement>();
        sql.list(row -> found.put(new Id(row.getLong(1)), settlement(row)), SETTLEMENTS + which, values);
        return found;
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                new Id(row.getLong(2)),
                row.getLong(3),
                row.getBoolean(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7));
    }
}
