package org.stepwise.accounting.internal.chart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;

/** The accounts and posting rules of a company, kept in memory until one of them is set. */
@Component(service = Chart.class)
public final class Chart {
    private static final Named NAME = Named.byLanguage("accounting.account", "id", "name");

    private final Transactions transactions;
    private final Sql sql;
    private final Collation collation;
    private final Map<Id, PostingRules> rules = new ConcurrentHashMap<>();

    @Activate
    public Chart(@Reference Transactions transactions, @Reference Sql sql, @Reference Collation collation) {
        this.collation = collation;
        this.transactions = transactions;
        this.sql = sql;
    }

    /** An account as it stands. */
    public record Account(String code, String name, String type, boolean control) {}

    public PostingRules rules(Id company) {
        return rules.computeIfAbsent(company, this::load);
    }

    public Optional<Account> account(Id company, String code) {
        return accounts(company).stream()
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    public List<Account> accounts(Id company) {
        return sql.list(
                row -> new Account(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                "SELECT code, name, type, control FROM accounting.account WHERE company = ? ORDER BY code",
                company);
    }

    /** Writes an account by its code. */
    public void apply(Id company, AccountOpened fact) {
        var changed = sql.write(
                "UPDATE accounting.account SET name = ?, type = ?, control = ? WHERE company = ? AND code = ?",
                fact.name(),
                fact.type(),
                fact.control(),
                company,
                fact.code());
        if (changed == 0) {
            sql.write(
                    "INSERT INTO accounting.account (id, name, type, control, company, code) VALUES (?, ?, ?, ?, ?, ?)",
                    fact.row(),
                    fact.name(),
                    fact.type(),
                    fact.control(),
                    company,
                    fact.code());
        }
        collation.keep(NAME, company, fact.row(), fact.name(), () -> {});
    }

    /** Writes a posting rule by what it is of and its day. */
    public void apply(Id company, PostingRuleSet fact) {
        var changed = sql.write(
                "UPDATE accounting.posting_rule SET account = ? WHERE company = ? AND id = ?",
                fact.account(),
                company,
                fact.row());
        if (changed == 0) {
            sql.write(
                    "INSERT INTO accounting.posting_rule (id, account, company, purpose, dimension, valid_from)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    fact.row(),
                    fact.account(),
                    company,
                    fact.purpose(),
                    fact.dimension(),
                    fact.validFrom());
        }
        transactions.afterCommit(() -> rules.remove(company));
    }

    /** Removes a posting rule by what it is of and its day. */
    public void apply(Id company, PostingRuleWithdrawn fact) {
        sql.write("DELETE FROM accounting.posting_rule WHERE company = ? AND id = ?", company, fact.row());
        transactions.afterCommit(() -> rules.remove(company));
    }

    private PostingRules load(Id company) {
        var accounts = new HashMap<PostingRules.Of, TreeMap<LocalDate, String>>();
        sql.list(
                row -> accounts.computeIfAbsent(
                                new PostingRules.Of(row.getString(1), row.getString(2)), first -> new TreeMap<>())
                        .put(row.getDate(3).toLocalDate(), row.getString(4)),
                "SELECT purpose, dimension, valid_from, account FROM accounting.posting_rule WHERE company = ?",
                company);
        return new PostingRules(accounts);
    }
}
