package org.stepwise.accounting.internal.chart;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;

/** The accounts and posting rules of a company, kept in memory until one of them is set. */
@Component(service = Chart.class)
public final class Chart {
    private final Transactions transactions;
    private final Map<Id, PostingRules> rules = new ConcurrentHashMap<>();

    @Activate
    public Chart(@Reference Transactions transactions) {
        this.transactions = transactions;
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
        var sql = "SELECT code, name, type, control FROM accounting.account WHERE company = ? ORDER BY code";
        var found = new ArrayList<Account>();
        try (var connection = transactions.connection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, company.value());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Account(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBoolean(4)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the chart of accounts cannot be read", failure);
        }
        return found;
    }

    /** Writes an account by its code. */
    public void apply(Id company, AccountOpened fact) {
        try (var connection = transactions.connection()) {
            if (updated(connection, company, fact) == 0) {
                var sql = "INSERT INTO accounting.account (id, name, type, control, company, code)"
                        + " VALUES (?, ?, ?, ?, ?, ?)";
                var id = Id.named(fact.code()).value();
                change(connection, sql, id, fact.name(), fact.type(), fact.control(), company.value(), fact.code());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("account " + fact.code() + " cannot be written", failure);
        }
    }

    /** Writes a posting rule by its purpose and day. */
    public void apply(Id company, PostingRuleSet fact) {
        var day = Date.valueOf(fact.validFrom());
        try (var connection = transactions.connection()) {
            var update = "UPDATE accounting.posting_rule SET account = ?"
                    + " WHERE company = ? AND purpose = ? AND valid_from = ?";
            if (change(connection, update, fact.account(), company.value(), fact.purpose(), day) == 0) {
                var insert = "INSERT INTO accounting.posting_rule (id, account, company, purpose, valid_from)"
                        + " VALUES (?, ?, ?, ?, ?)";
                var id = Id.named(fact.purpose(), fact.validFrom()).value();
                change(connection, insert, id, fact.account(), company.value(), fact.purpose(), day);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the posting rule for " + fact.purpose() + " cannot be written", failure);
        }
        transactions.afterCommit(() -> rules.remove(company));
    }

    private static int updated(Connection connection, Id company, AccountOpened fact) throws SQLException {
        var sql = "UPDATE accounting.account SET name = ?, type = ?, control = ? WHERE company = ? AND code = ?";
        return change(connection, sql, fact.name(), fact.type(), fact.control(), company.value(), fact.code());
    }

    private static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private PostingRules load(Id company) {
        var accounts = new EnumMap<Purpose, TreeMap<LocalDate, String>>(Purpose.class);
        var sql = "SELECT purpose, valid_from, account FROM accounting.posting_rule WHERE company = ?";
        try (var connection = transactions.connection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, company.value());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    accounts.computeIfAbsent(Purpose.valueOf(rows.getString(1)), purpose -> new TreeMap<>())
                            .put(rows.getDate(2).toLocalDate(), rows.getString(3));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the posting rules cannot be read", failure);
        }
        return new PostingRules(accounts);
    }
}
