package org.stepwise.masterdata.internal.company;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData.MoneyTerms;
import org.stepwise.masterdata.Rounding;
import org.stepwise.masterdata.event.RoundingSet;
import org.stepwise.masterdata.event.RoundingWithdrawn;

/** How documents are rounded, by the day it holds from: written again, a row changes nothing. */
@Component(service = RoundingRows.class)
public final class RoundingRows {
    private final Sql sql;

    @Activate
    public RoundingRows(@Reference Sql sql) {
        this.sql = sql;
    }

    /** Each line is rounded where the company has never said otherwise. */
    public MoneyTerms moneyTerms(Id company, LocalDate on) {
        return sql.first(
                        row -> new MoneyTerms(row.getString(1), method(row.getString(2))),
                        "SELECT c.currency, (SELECT r.method FROM masterdata.rounding r WHERE r.company = c.company"
                                + " AND r.valid_from = (SELECT MAX(n.valid_from) FROM masterdata.rounding n"
                                + " WHERE n.company = r.company AND n.valid_from <= ?))"
                                + " FROM masterdata.company c WHERE c.company = ?",
                        on,
                        company)
                .orElseThrow(() -> new NotFound("masterdata.company.unknown", "the company is not founded yet"));
    }

    private static Rounding method(String name) {
        return name == null ? Rounding.LINE : Rounding.valueOf(name);
    }

    /** Whether one begins on the day. */
    boolean begins(Id company, LocalDate validFrom) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT 1 FROM masterdata.rounding WHERE company = ? AND id = ?",
                        company,
                        idOf(validFrom))
                .isPresent();
    }

    public void write(Id company, RoundingSet set) {
        var id = idOf(set.validFrom());
        var changed = sql.write(
                "UPDATE masterdata.rounding SET method = ? WHERE company = ? AND id = ?",
                set.method().name(),
                company,
                id);
        if (changed == 0) {
            sql.write(
                    "INSERT INTO masterdata.rounding (company, id, method, valid_from) VALUES (?, ?, ?, ?)",
                    company,
                    id,
                    set.method().name(),
                    set.validFrom());
        }
    }

    public void remove(Id company, RoundingWithdrawn withdrawn) {
        sql.write(
                "DELETE FROM masterdata.rounding WHERE company = ? AND valid_from = ?", company, withdrawn.validFrom());
    }

    /** A setting has no id of its own in the log: its row's id is made of the day, so a rebuild makes the same. */
    static Id idOf(LocalDate validFrom) {
        return Id.named("rounding", validFrom);
    }
}
