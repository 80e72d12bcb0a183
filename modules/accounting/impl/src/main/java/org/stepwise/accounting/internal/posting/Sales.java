package org.stepwise.accounting.internal.posting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.internal.posting.Sale.Charge;
import org.stepwise.accounting.internal.posting.Sale.Cost;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** Brings the cost of each delivery or return and the invoice that charges it together, whichever comes first. */
final class Sales {
    private final Sql sql;
    private final Id company;
    private final Map<Id, Cost> costs = new LinkedHashMap<>();
    private final Map<Id, Charge> charges = new LinkedHashMap<>();

    Sales(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
    }

    void add(Cost cost) {
        if (costs.put(cost.movement(), cost) != null) {
            throw new IllegalStateException("the cost of " + cost.movement() + " is told twice");
        }
    }

    void add(Charge charge) {
        if (charges.put(charge.movement(), charge) != null) {
            throw new IllegalStateException(charge.movement() + " is charged twice");
        }
    }

    /** Writes what has come since it was last asked to, and returns the sales that this completes. */
    List<Sale> write() {
        var costOf = new LinkedHashMap<>(costs);
        var chargeOf = new HashMap<>(charges);
        storedCosts(without(charges.keySet(), costs)).forEach(cost -> costOf.put(cost.movement(), cost));
        storedCharges(without(costs.keySet(), charges)).forEach(charge -> chargeOf.put(charge.movement(), charge));
        insert();
        costs.clear();
        charges.clear();
        costOf.keySet().retainAll(chargeOf.keySet());
        return costOf.values().stream()
                .map(cost -> new Sale(cost, chargeOf.get(cost.movement())))
                .toList();
    }

    private static List<Id> without(Collection<Id> movements, Map<Id, ?> known) {
        return movements.stream()
                .filter(movement -> !known.containsKey(movement))
                .toList();
    }

    private List<Cost> storedCosts(List<Id> movements) {
        return sql.list(
                row -> new Cost(new Id(row.getLong(1)), row.getDate(2).toLocalDate(), row.getBigDecimal(3)),
                "SELECT document, moved_on, amount FROM accounting.cost_of_movement"
                        + " WHERE company = ? AND document IN (?)",
                company,
                movements);
    }

    private List<Charge> storedCharges(List<Id> movements) {
        return sql.list(
                row -> new Charge(
                        new Id(row.getLong(1)),
                        new Id(row.getLong(2)),
                        new Id(row.getLong(3)),
                        row.getDate(4).toLocalDate(),
                        row.getLong(5)),
                "SELECT document, invoice, party, charged_on, cause FROM accounting.charge_of_movement"
                        + " WHERE company = ? AND document IN (?)",
                company,
                movements);
    }

    private void insert() {
        sql.batch(
                "INSERT INTO accounting.cost_of_movement (company, document, moved_on, amount) VALUES (?, ?, ?, ?)",
                costs.values().stream()
                        .map(cost -> new Object[] {company, cost.movement(), cost.movedOn(), cost.amount()})
                        .toList());
        sql.batch(
                "INSERT INTO accounting.charge_of_movement (company, document, invoice, party, charged_on, cause)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                charges.values().stream()
                        .map(charge -> new Object[] {
                            company,
                            charge.movement(),
                            charge.invoice(),
                            charge.party(),
                            charge.chargedOn(),
                            charge.cause()
                        })
                        .toList());
    }
}
