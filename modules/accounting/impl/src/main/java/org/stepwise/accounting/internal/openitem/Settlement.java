package org.stepwise.accounting.internal.openitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwise.accounting.internal.openitem.Item.Account;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The open items of one company in one transaction: taken as they come, and settled together before the commit. */
final class Settlement implements Transactions.Pending {
    private static final String ITEMS =
            "SELECT id, kind, side, purpose, party, issued_on, due_on, total, open_amount, seq"
                    + " FROM accounting.open_item WHERE ";
    private static final int PAGE = 100;
    private static final String OLDEST = ITEMS + "company = ? AND party = ? AND side = ? AND settled = FALSE"
            + " AND owed = ?"
            + " ORDER BY seq FETCH FIRST " + PAGE + " ROWS ONLY";

    private final Sql sql;
    private final Id company;
    private final Rows<Id, Item> items;
    private final List<Taken> taken = new ArrayList<>();
    private final Set<Account> withCredit = new HashSet<>();

    private record Taken(Item item, Id settles) {}

    Settlement(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
        this.items = new Rows<>(
                sql,
                new Rows.Table<>(
                        "accounting.open_item",
                        List.of("company", "id"),
                        id -> List.of(company, id),
                        List.of(
                                "kind",
                                "side",
                                "purpose",
                                "party",
                                "issued_on",
                                "due_on",
                                "total",
                                "open_amount",
                                "owed",
                                "settled",
                                "seq"),
                        this::columns));
    }

    private List<Object> columns(Item item) {
        return Arrays.asList(
                item.kind(),
                item.side().name(),
                item.purpose(),
                item.party(),
                item.issuedOn(),
                item.dueOn(),
                item.total(),
                item.open(),
                item.owed(),
                item.settled(),
                item.seq());
    }

    /** Takes an item; {@code settles} is the item it names to be set off against first, or null. */
    void take(Item item, Id settles) {
        taken.add(new Taken(item, settles));
    }

    @Override
    public void write() {
        lookUp(taken.stream().map(Taken::settles).filter(Objects::nonNull).toList());
        lookForCredit(taken.stream()
                .map(Taken::item)
                .filter(Item::owed)
                .map(Item::party)
                .distinct()
                .toList());
        taken.forEach(each -> settle(each.item(), each.settles()));
        taken.clear();
        items.write();
    }

    private void lookUp(Collection<Id> named) {
        var unknown = items.unknown(named);
        var found = new HashMap<Id, Item>();
        sql.list(
                row -> found.put(new Id(row.getLong(1)), item(row)),
                ITEMS + "company = ? AND id IN (?)",
                company,
                unknown);
        items.found(unknown, found);
    }

    private void lookForCredit(Collection<Id> parties) {
        withCredit.addAll(sql.list(
                row -> new Account(new Id(row.getLong(1)), Side.valueOf(row.getString(2))),
                "SELECT DISTINCT party, side FROM accounting.open_item"
                        + " WHERE company = ? AND settled = FALSE AND owed = FALSE AND party IN (?)",
                company,
                parties));
    }

    /** Most invoices meet no credit, and are not set off against anything. */
    private void settle(Item item, Id named) {
        var rest = item;
        if (named != null && items.get(named).isPresent()) {
            rest = setOff(rest, items.get(named).get());
        }
        if (rest.open().signum() < 0 || withCredit.contains(rest.account())) {
            rest = setOffOldest(rest);
        }
        if (rest.open().signum() < 0) {
            withCredit.add(rest.account());
        }
        items.put(rest.id(), rest);
    }

    private Item setOffOldest(Item item) {
        var rest = item;
        List<Item> oldest;
        do {
            oldest = oldest(item.account(), !item.owed());
            for (var other : oldest) {
                rest = setOff(rest, other);
            }
        } while (!rest.settled() && oldest.size() == PAGE);
        return rest;
    }

    private Item setOff(Item item, Item other) {
        var amount = item.common(other);
        if (amount.signum() == 0) {
            return item;
        }
        items.put(other.id(), other.settle(amount));
        return item.settle(amount);
    }

    private List<Item> oldest(Account account, boolean owed) {
        items.write();
        var found = sql.list(
                Settlement::item,
                OLDEST,
                company,
                account.party(),
                account.side().name(),
                owed);
        found.forEach(item -> items.found(List.of(item.id()), Map.of(item.id(), item)));
        return found;
    }

    private static Item item(ResultSet row) throws SQLException {
        var due = row.getDate(7);
        return new Item(
                new Id(row.getLong(1)),
                row.getString(2),
                Side.valueOf(row.getString(3)),
                row.getString(4),
                new Id(row.getLong(5)),
                row.getDate(6).toLocalDate(),
                due == null ? null : due.toLocalDate(),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getLong(10));
    }
}
