package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stepwise.accounting.LedgerService.Check;
import org.stepwise.accounting.LedgerService.OutOfOrder;
import org.stepwise.accounting.LedgerService.Parked;
import org.stepwise.accounting.LedgerService.Proof;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.Numbers;
import org.stepwise.module.Verbs;
import org.stepwise.warehouse.StockValues;

/**
 * Proves the books at one log position that all sides have passed: the figures are read, and count only if nothing was
 * recorded or delivered while they were read. What is parked has been passed and is missing in them all the same.
 */
@Component(service = Proofs.class)
public final class Proofs {
    private static final int TRIES = 20;

    /** Invoices and credit notes, whose numbers the law wants to follow the days. */
    private static final List<String> SERIES = List.of("INV", "CN");

    /** Under keys that are not claimed, or that the document with this id has not told its part of. */
    private static final String HELD = "SELECT h.purpose, SUM(h.amount) FROM accounting.held h WHERE h.company = ?"
            + " AND (NOT EXISTS (SELECT 1 FROM accounting.claim c"
            + " WHERE c.company = h.company AND c.clearing_key = h.clearing_key)"
            + " OR h.part = 0 AND NOT EXISTS (SELECT 1 FROM accounting.held o WHERE o.company = h.company"
            + " AND o.clearing_key = h.clearing_key AND o.document = h.clearing_key AND o.part = 0))"
            + " GROUP BY h.purpose";

    private static final String OPEN =
            "SELECT side, purpose, SUM(open_amount) FROM accounting.open_item WHERE company = ? GROUP BY side, purpose";

    private static final String LATE =
            "SELECT SUM(total) FROM accounting.journal" + " WHERE company = ? AND posting_date <> value_date";

    private final LedgerTables tables;
    private final Chart chart;
    private final Log log;
    private final Deliveries deliveries;
    private final Numbers numbers;
    private final Verbs verbs;
    private volatile StockValues stock;

    @Activate
    public Proofs(
            @Reference LedgerTables tables,
            @Reference Chart chart,
            @Reference Log log,
            @Reference Deliveries deliveries,
            @Reference Numbers numbers,
            @Reference Verbs verbs) {
        this.tables = tables;
        this.chart = chart;
        this.log = log;
        this.deliveries = deliveries;
        this.numbers = numbers;
        this.verbs = verbs;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addStock(StockValues values) {
        stock = values;
    }

    void removeStock(StockValues values) {
        if (stock == values) {
            stock = null;
        }
    }

    Proof make(Id company) {
        for (int i = 0; i < TRIES; i++) {
            long position = log.last();
            if (!passed(company, position)) {
                break;
            }
            // Before the figures: what is not parked now cannot be brought in while they are read.
            var parked = parked(company);
            var checks = checks(company);
            if (log.last() == position) {
                var holds = parked.isEmpty() && checks.stream().allMatch(Check::holds);
                return new Proof(position, holds, checks, parked, outOfOrder(company));
            }
        }
        throw new Conflict(
                "accounting.proof.busy",
                "not everything recorded is taken in yet%s, so nothing can be proven; erp:log-lag tells what is behind"
                        .formatted(behind(company)));
    }

    private List<OutOfOrder> outOfOrder(Id company) {
        return numbers.outOfOrder(company, SERIES).stream()
                .map(each -> new OutOfOrder(each.document(), each.number(), each.on(), each.newest()))
                .toList();
    }

    private String behind(Id company) {
        var names = sources(company)
                .filter(source -> source.behind() > 0)
                .map(Deliveries.Standing::name)
                .toList();
        return names.isEmpty() ? "" : " by " + String.join(", ", names);
    }

    /** Events that would move the figures, were they taken in. */
    public List<Parked> parked(Id company) {
        var names = sources(company).map(Deliveries.Standing::name).collect(Collectors.toSet());
        var events = deliveries.parked(company).stream()
                .filter(event -> names.contains(event.subscription()))
                .collect(Collectors.groupingBy(Deliveries.Parked::subscription, TreeMap::new, Collectors.toList()));
        return events.entrySet().stream()
                .map(each -> new Parked(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().get(0).position()))
                .toList();
    }

    /** The subscriptions that move the figures: our own, and those of the stock's worth while they are at work. */
    private Stream<Deliveries.Standing> sources(Id company) {
        var values = stock;
        Set<String> ofStock = values == null ? Set.of() : values.subscriptions();
        return deliveries.standings(company).stream()
                .filter(each -> each.module().equals("accounting") || each.running() && ofStock.contains(each.name()));
    }

    private boolean passed(Id company, long position) {
        var warehouse = withStock();
        return deliveries.await(company, "accounting", position, 2000)
                && (!warehouse || deliveries.await(company, "warehouse", position, 2000));
    }

    private boolean withStock() {
        return stock != null && verbs.owns("warehouse");
    }

    private List<Check> checks(Id company) {
        var checks = new ArrayList<Check>();
        var lines = "SELECT SUM(amount) FROM accounting.journal_line WHERE company = ? AND amount ";
        var debits = tables.sum(lines + "> 0", company);
        checks.add(check(
                "debits = credits", debits, tables.sum(lines + "< 0", company).negate()));
        checks.add(check(
                "kept balances = journal lines",
                tables.sum("SELECT SUM(debit) FROM accounting.balance WHERE company = ?", company),
                debits));
        checks.add(check(
                "kept balances of days = journal lines",
                tables.sum("SELECT SUM(debit) FROM accounting.balance_of_day WHERE company = ?", company),
                debits));
        checks.add(check(
                "kept balances of late journals = their lines",
                tables.sum("SELECT SUM(debit) FROM accounting.late_balance WHERE company = ?", company),
                tables.sum(LATE, company)));
        checks.addAll(openItems(company));
        checks.addAll(held(company));
        if (withStock()) {
            checks.add(check(
                    "inventory = value of stock",
                    control(company, Set.of(LedgerPurpose.INVENTORY.name())),
                    stock.total().journalled()));
        }
        return checks;
    }

    /** Of customers always, of suppliers as soon as there is something: each side by itself. */
    private List<Check> openItems(Id company) {
        var open = new TreeMap<Side, Map<String, BigDecimal>>();
        open.computeIfAbsent(Side.RECEIVABLE, first -> new TreeMap<>())
                .put(LedgerPurpose.RECEIVABLE.name(), BigDecimal.ZERO);
        tables.sums(company, OPEN, row -> open.computeIfAbsent(Side.valueOf(row.getString(1)), first -> new TreeMap<>())
                .put(row.getString(2), row.getBigDecimal(3)));
        return open.entrySet().stream()
                .map(each -> check(
                        each.getKey() == Side.RECEIVABLE ? "receivables = open items" : "payables = open items",
                        each.getKey() == Side.RECEIVABLE
                                ? control(company, each.getValue().keySet())
                                : control(company, each.getValue().keySet()).negate(),
                        each.getValue().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    /** Goods shipped, always; and whatever else is held until it is claimed. */
    private List<Check> held(Id company) {
        var held = new TreeMap<String, BigDecimal>();
        held.put(LedgerPurpose.SHIPPED_NOT_INVOICED.name(), BigDecimal.ZERO);
        tables.sums(company, HELD, row -> held.put(row.getString(1), row.getBigDecimal(2)));
        return held.entrySet().stream()
                .map(each -> check(
                        each.getKey().equals(LedgerPurpose.SHIPPED_NOT_INVOICED.name())
                                ? "goods shipped not invoiced = cost of movements not charged"
                                : each.getKey() + " = what is held and not claimed",
                        control(company, Set.of(each.getKey())),
                        each.getValue()))
                .toList();
    }

    /** The balance of every account that the purposes were ever posted to, each once. */
    private BigDecimal control(Id company, Set<String> purposes) {
        return tables.sum(
                "SELECT SUM(debit - credit) FROM accounting.balance WHERE company = ? AND account IN"
                        + " (SELECT account FROM accounting.posting_rule WHERE company = ? AND purpose IN (?))",
                company,
                company,
                purposes);
    }

    private static Check check(String name, BigDecimal left, BigDecimal right) {
        return new Check(name, left, right, left.compareTo(right) == 0);
    }
}
