package org.stepwise.warehouse.internal.valuation;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.warehouse.event.ValuationMethodSet;
import org.stepwise.warehouse.event.ValuationMethodWithdrawn;

/** Opens the valuation's books of a company, and keeps how they are kept: in which currency, by which methods. */
@Component(service = Books.class)
public final class Books {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public Books(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** One for all that a transaction values. */
    OpenBooks open(Id company) {
        return transactions.pending(new Key(company), () -> new OpenBooks(sql, this, company));
    }

    private record Key(Id company) {}

    void found(Id company, String currency) {
        if (sql.write("UPDATE warehouse.book SET currency = ? WHERE company = ?", currency, company) == 0) {
            sql.write("INSERT INTO warehouse.book (currency, company) VALUES (?, ?)", currency, company);
        }
    }

    Optional<String> currency(Id company) {
        return sql.first(row -> row.getString(1), "SELECT currency FROM warehouse.book WHERE company = ?", company);
    }

    void set(Id company, ValuationMethodSet setting) {
        var id = setting(setting.validFrom());
        var values = List.of(setting.method(), id, company, setting.validFrom()).toArray();
        var update = "UPDATE warehouse.valuation_method SET method = ?, id = ? WHERE company = ? AND valid_from = ?";
        if (sql.write(update, values) == 0) {
            sql.write(
                    "INSERT INTO warehouse.valuation_method (method, id, company, valid_from) VALUES (?, ?, ?, ?)",
                    values);
        }
    }

    /** The id of the setting that begins on a day. */
    public static Id setting(LocalDate validFrom) {
        return ValuationMethodSet.row(validFrom);
    }

    void remove(Id company, ValuationMethodWithdrawn withdrawn) {
        sql.write(
                "DELETE FROM warehouse.valuation_method WHERE company = ? AND valid_from = ?",
                company,
                withdrawn.validFrom());
    }

    /** By the day from which on each is used. */
    NavigableMap<LocalDate, Method> methods(Id company) {
        var methods = new TreeMap<LocalDate, Method>();
        sql.list(
                row -> methods.put(row.getDate(1).toLocalDate(), Method.valueOf(row.getString(2))),
                "SELECT valid_from, method FROM warehouse.valuation_method WHERE company = ?",
                company);
        return methods;
    }
}
