package org.stepwise.masterdata.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Sql;
import org.stepwise.input.Naming;
import org.stepwise.row.NamedRows;
import org.stepwise.row.NamedRows.Standing;
import org.stepwise.security.Callers;

/**
 * What parties and products name by its code: once the company has begun such a list, something new is one of it. What
 * was named before there was the list counts as known.
 */
@Component(service = Listed.class)
public final class Listed implements Naming {
    private static final String COUNTRIES = "masterdata.countries";
    private static final Map<String, String> NAMED_SO_FAR = Map.of(
            "masterdata.units",
            "SELECT id FROM masterdata.product WHERE company = ? AND unit = ?",
            "masterdata.categories",
            "SELECT id FROM masterdata.product WHERE company = ? AND category = ?",
            COUNTRIES,
            "SELECT id FROM masterdata.party WHERE company = ? AND country = ?");
    private static final Set<String> ISO_3166 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final NamedRows rows;
    private final Sql sql;
    private final Callers callers;

    @Activate
    public Listed(@Reference NamedRows rows, @Reference Sql sql, @Reference Callers callers) {
        this.rows = rows;
        this.sql = sql;
        this.callers = callers;
    }

    /**
     * What somebody filled in, as it is kept. Refuses what is wrong with it and what is none of its list, all at once.
     *
     * @param known what it replaces, and need not be of the list any more; null of something new
     */
    public <T extends Record> T checked(T wanted, T known) {
        return Wanted.INPUT.checked(wanted, known, this);
    }

    @Override
    public Map<Object, String> complaints(To to, Set<Object> named) {
        var complaints = new HashMap<>(rows.complaints(to, named));
        if (to.register().equals(COUNTRIES)) {
            // Countries are those of the world as long as the company has no list of its own.
            named.stream()
                    .filter(code -> !ISO_3166.contains(code) && !complaints.containsKey(code))
                    .filter(code -> standing(to, code) == Standing.UNLISTED)
                    .forEach(code -> complaints.put(code, "is not a country code of ISO 3166, such as DE"));
        }
        complaints.keySet().removeIf(code -> standing(to, code) != Standing.ENDED && isNamed(to.register(), code));
        return complaints;
    }

    private Standing standing(To to, Object code) {
        return rows.find(to.register(), List.of(code)).get(code);
    }

    private boolean isNamed(String register, Object code) {
        return sql.first(
                        row -> true,
                        NAMED_SO_FAR.get(register) + " FETCH FIRST 1 ROWS ONLY",
                        callers.current().company(),
                        code)
                .isPresent();
    }
}
