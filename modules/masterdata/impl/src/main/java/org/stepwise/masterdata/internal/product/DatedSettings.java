package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData.CompanyView;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.PriceWithdrawn;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.event.TaxCodeWithdrawn;

/** The company, and prices and tax rates by key and the day they are valid from: written again, they change nothing. */
@Component(service = DatedSettings.class)
public final class DatedSettings {
    private final Sql sql;

    @Activate
    public DatedSettings(@Reference Sql sql) {
        this.sql = sql;
    }

    public CompanyView company(Id company) {
        return sql.first(
                        row -> new CompanyView(company, row.getString(1), row.getString(2), row.getString(3)),
                        "SELECT name, currency, zone FROM masterdata.company WHERE company = ?",
                        company)
                .orElseThrow(() -> new NotFound("masterdata.company.unknown", "the company is not founded yet"));
    }

    public Optional<BigDecimal> price(Id company, Id product, LocalDate on) {
        return sql.first(
                row -> row.getBigDecimal(1),
                "SELECT price FROM masterdata.price WHERE company = ? AND product = ? AND valid_from <= ?"
                        + " ORDER BY valid_from DESC FETCH FIRST ROW ONLY",
                company,
                product,
                on);
    }

    /** Refuses when a code has no rate on the day. */
    public Map<String, BigDecimal> percents(Id company, Collection<String> wanted, LocalDate on) {
        var codes = new HashSet<>(wanted);
        var percents = new HashMap<String, BigDecimal>();
        sql.list(
                row -> percents.put(row.getString(1), row.getBigDecimal(2)),
                "SELECT t.code, t.percent FROM masterdata.tax_rate t WHERE t.company = ? AND t.code IN (?)"
                        + " AND t.valid_from = (SELECT MAX(n.valid_from) FROM masterdata.tax_rate n"
                        + " WHERE n.company = t.company AND n.code = t.code AND n.valid_from <= ?)",
                company,
                codes,
                on);
        for (var code : codes) {
            if (!percents.containsKey(code)) {
                throw noRate(code, on);
            }
        }
        return percents;
    }

    static NotFound noRate(String code, LocalDate on) {
        return new NotFound(
                "masterdata.tax-code.unknown", "tax code " + code + " has no rate on " + on + "; set one first");
    }

    public Optional<LocalDate> newestRate(Id company, String code) {
        return sql.first(
                row -> row.getDate(1).toLocalDate(),
                "SELECT valid_from FROM masterdata.tax_rate WHERE company = ? AND code = ?"
                        + " ORDER BY valid_from DESC FETCH FIRST ROW ONLY",
                company,
                code);
    }

    void write(Id company, CompanyFounded founded) {
        sql.write("DELETE FROM masterdata.company WHERE company = ?", company);
        sql.write(
                "INSERT INTO masterdata.company (company, name, currency, zone) VALUES (?, ?, ?, ?)",
                company,
                founded.name(),
                founded.currency(),
                founded.zone());
    }

    void write(Id company, PriceSet set) {
        var changed = sql.write(
                "UPDATE masterdata.price SET price = ?, currency = ?"
                        + " WHERE company = ? AND product = ? AND valid_from = ?",
                set.price(),
                set.currency(),
                company,
                set.product(),
                set.validFrom());
        if (changed == 0) {
            sql.write(
                    "INSERT INTO masterdata.price (company, product, valid_from, price, currency)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    company,
                    set.product(),
                    set.validFrom(),
                    set.price(),
                    set.currency());
        }
    }

    void remove(Id company, PriceWithdrawn withdrawn) {
        sql.write(
                "DELETE FROM masterdata.price WHERE company = ? AND product = ? AND valid_from = ?",
                company,
                withdrawn.product(),
                withdrawn.validFrom());
    }

    void remove(Id company, TaxCodeWithdrawn withdrawn) {
        sql.write(
                "DELETE FROM masterdata.tax_rate WHERE company = ? AND code = ? AND valid_from = ?",
                company,
                withdrawn.code(),
                withdrawn.validFrom());
    }

    boolean hasPrice(Id company, Id product, LocalDate from) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT 1 FROM masterdata.price WHERE company = ? AND product = ? AND valid_from = ?",
                        company,
                        product,
                        from)
                .isPresent();
    }

    boolean hasRate(Id company, String code, LocalDate from) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT 1 FROM masterdata.tax_rate WHERE company = ? AND id = ?",
                        company,
                        Id.named(code, from))
                .isPresent();
    }

    /** Whether a rate of the code holds on the day. */
    boolean rated(Id company, String code, LocalDate on) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT 1 FROM masterdata.tax_rate WHERE company = ? AND code = ? AND valid_from <= ?"
                                + " FETCH FIRST ROW ONLY",
                        company,
                        code,
                        on)
                .isPresent();
    }

    void write(Id company, TaxCodeSet set) {
        var id = idOf(set);
        var changed = sql.write(
                "UPDATE masterdata.tax_rate SET name = ?, percent = ? WHERE company = ? AND id = ?",
                set.name(),
                set.percent(),
                company,
                id);
        if (changed == 0) {
            sql.write(
                    "INSERT INTO masterdata.tax_rate (company, id, code, name, percent, valid_from)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    company,
                    id,
                    set.code(),
                    set.name(),
                    set.percent(),
                    set.validFrom());
        }
    }

    /** A rate has no id of its own in the log: its row's id is made of code and day, so a rebuild makes the same. */
    static Id idOf(TaxCodeSet set) {
        return set.row();
    }
}
