package org.stepwise.masterdata.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.input.Part;
import org.stepwise.record.RecordService;
import org.stepwise.security.Callers;

/**
 * What parties and products name by its code: once the company has begun such a list, something new is one of it. What
 * was named before there was the list counts as known.
 */
@Component(service = Listed.class)
public final class Listed {
    private static final String COUNTRIES = "masterdata.countries";
    private static final Map<String, String> NAMED_SO_FAR = Map.of(
            "masterdata.units",
            "SELECT id FROM masterdata.product WHERE company = ? AND unit = ?",
            "masterdata.categories",
            "SELECT id FROM masterdata.product WHERE company = ? AND category = ?",
            COUNTRIES,
            "SELECT id FROM masterdata.party WHERE company = ? AND country = ?");
    private static final Set<String> ISO_3166 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final RecordService records;
    private final Sql sql;
    private final Callers callers;

    @Activate
    public Listed(@Reference RecordService records, @Reference Sql sql, @Reference Callers callers) {
        this.records = records;
        this.sql = sql;
        this.callers = callers;
    }

    /**
     * What somebody filled in, as it is kept. Refuses what is wrong with it and what is none of its list, all at once.
     *
     * @param known what it replaces, and need not be of the list any more; null of something new
     */
    public <T extends Record> T checked(T wanted, T known) {
        return Wanted.INPUT.checked(wanted, known, this::complaint);
    }

    private Optional<String> complaint(Part part, Object code) {
        var named = records.find(part, code);
        return switch (named.standing()) {
            case KEPT, ARCHIVED -> Optional.ofNullable(named.complaint());
            case UNKNOWN -> unlessNamed(part, code, named.complaint());
            case UNLISTED ->
                isOfTheWorld(part, code)
                        ? Optional.empty()
                        : unlessNamed(part, code, "is not a country code of ISO 3166, such as DE");
        };
    }

    /** Countries are those of the world as long as the company has no list of its own. */
    private static boolean isOfTheWorld(Part part, Object code) {
        return !part.register().equals(COUNTRIES) || ISO_3166.contains(code);
    }

    private Optional<String> unlessNamed(Part part, Object code, String complaint) {
        var named = sql.first(
                row -> new Id(row.getLong(1)),
                NAMED_SO_FAR.get(part.register()) + " FETCH FIRST 1 ROWS ONLY",
                callers.current().company(),
                code);
        return named.isPresent() ? Optional.empty() : Optional.of(complaint);
    }
}
