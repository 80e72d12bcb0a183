package org.stepwise.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.security.Companies;

/** The companies, oldest first. */
@Component
public final class CompanyTable implements Companies {
    private static final String SELECT = "SELECT id, name, currency, zone FROM platform.company";

    private final Sql sql;
    private final Transactions transactions;
    private final Map<Id, String> languages = new ConcurrentHashMap<>();

    @Activate
    public CompanyTable(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public List<Company> all() {
        return sql.list(SELECT + " ORDER BY id", CompanyTable::company);
    }

    @Override
    public Optional<Company> find(Id id) {
        return sql.first(SELECT + " WHERE id = ?", CompanyTable::company, id);
    }

    /** A replay of the company's first fact adds it again: then it is brought up to date. */
    @Override
    public void add(Company company) {
        var zone = company.zone().getId();
        int known = sql.update(
                "UPDATE platform.company SET name = ?, currency = ?, zone = ? WHERE id = ?",
                company.name(),
                company.currency(),
                zone,
                company.id());
        if (known == 0) {
            sql.update(
                    "INSERT INTO platform.company (id, name, currency, zone) VALUES (?, ?, ?, ?)",
                    company.id(),
                    company.name(),
                    company.currency(),
                    zone);
        }
    }

    /** Asked for with every text that is written or searched. */
    @Override
    public String language(Id company) {
        return languages.computeIfAbsent(company, asked -> sql.first(
                        "SELECT language FROM platform.company WHERE id = ?", row -> row.getString("language"), asked)
                .orElse("en"));
    }

    @Override
    public void speak(Id company, String language) {
        sql.update("UPDATE platform.company SET language = ? WHERE id = ?", language, company);
        // Also when it is rolled back: it may have been read in between.
        transactions.afterEnd(() -> languages.remove(company));
    }

    private static Company company(ResultSet row) throws SQLException {
        return new Company(
                new Id(row.getLong("id")),
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")));
    }
}
