package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData.CompanyView;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.TaxCodeSet;

/** The company, and prices and tax rates by key and the day they are valid from: written again, they change nothing. */
@Component(service = DatedSettings.class)
public final class DatedSettings {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public DatedSettings(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=masterdata)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    public CompanyView company(Id company) {
        Optional<Object[]> row =
                first("select name, currency, zone from masterdata.company where company = ?", company.value());
        return row.map(found -> new CompanyView(company, (String) found[0], (String) found[1], (String) found[2]))
                .orElseThrow(() -> new NotFound("masterdata.company.unknown", "the company is not founded yet"));
    }

    public Optional<BigDecimal> price(Id company, Id product, LocalDate on) {
        return first(
                "select price from masterdata.price where company = ? and product = ? and valid_from <= ?"
                        + " order by valid_from desc fetch first row only",
                company.value(),
                product.value(),
                Date.valueOf(on));
    }

    Optional<LocalDate> newestPrice(Id company, Id product) {
        Optional<Date> day = first(
                "select max(valid_from) from masterdata.price where company = ? and product = ?",
                company.value(),
                product.value());
        return day.map(Date::toLocalDate);
    }

    public Optional<BigDecimal> percent(Id company, String code, LocalDate on) {
        return first(
                "select percent from masterdata.tax_rate where company = ? and code = ? and valid_from <= ?"
                        + " order by valid_from desc fetch first row only",
                company.value(),
                code,
                Date.valueOf(on));
    }

    public Optional<LocalDate> newestRate(Id company, String code) {
        Optional<Date> day = first(
                "select max(valid_from) from masterdata.tax_rate where company = ? and code = ?",
                company.value(),
                code);
        return day.map(Date::toLocalDate);
    }

    Optional<TaxRateView> rate(Id company, Id id) {
        Optional<Object[]> row = first(
                "select code, name, percent, valid_from from masterdata.tax_rate where company = ? and id = ?",
                company.value(),
                id.value());
        return row.map(found -> new TaxRateView(
                id, (String) found[0], (String) found[1], (BigDecimal) found[2], ((Date) found[3]).toLocalDate()));
    }

    void write(Id company, CompanyFounded founded) {
        update("delete from masterdata.company where company = ?", company.value());
        update(
                "insert into masterdata.company (company, name, currency, zone) values (?, ?, ?, ?)",
                company.value(),
                founded.name(),
                founded.currency(),
                founded.zone());
    }

    void write(Id company, PriceSet set) {
        var from = Date.valueOf(set.validFrom());
        var changed = update(
                "update masterdata.price set price = ?, currency = ?"
                        + " where company = ? and product = ? and valid_from = ?",
                set.price(),
                set.currency(),
                company.value(),
                set.product().value(),
                from);
        if (changed == 0) {
            update(
                    "insert into masterdata.price (company, product, valid_from, price, currency)"
                            + " values (?, ?, ?, ?, ?)",
                    company.value(),
                    set.product().value(),
                    from,
                    set.price(),
                    set.currency());
        }
    }

    void write(Id company, TaxCodeSet set) {
        var id = idOf(set);
        var changed = update(
                "update masterdata.tax_rate set name = ?, percent = ? where company = ? and id = ?",
                set.name(),
                set.percent(),
                company.value(),
                id.value());
        if (changed == 0) {
            update(
                    "insert into masterdata.tax_rate (company, id, code, name, percent, valid_from)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    company.value(),
                    id.value(),
                    set.code(),
                    set.name(),
                    set.percent(),
                    Date.valueOf(set.validFrom()));
        }
    }

    /** A rate has no id of its own in the log: its row's id is made of code and day, so a rebuild makes the same. */
    static Id idOf(TaxCodeSet set) {
        return Id.named(set.code(), set.validFrom());
    }

    private int update(String sql, Object... values) {
        var query = entities().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> first(String sql, Object... values) {
        var query = entities().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        var rows = (List<T>) query.getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    /** A tax rate and the day it holds from. */
    record TaxRateView(Id id, String code, String name, BigDecimal percent, LocalDate validFrom) {}
}
