package org.stepwise.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.security.Companies;

/** The companies, oldest first. */
@Component
public final class CompanyTable implements Companies {
    private static final String SELECT = "SELECT id, name, currency, zone FROM platform.company";

    private final Sql sql;

    @Activate
    public CompanyTable(@Reference Sql sql) {
        this.sql = sql;
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

    private static Company company(ResultSet row) throws SQLException {
        return new Company(
                new Id(row.getLong("id")),
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")));
    }
}
