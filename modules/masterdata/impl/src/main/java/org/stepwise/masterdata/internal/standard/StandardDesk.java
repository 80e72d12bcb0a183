package org.stepwise.masterdata.internal.standard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.masterdata.StandardLists;
import org.stepwise.masterdata.record.Country;
import org.stepwise.masterdata.record.Currency;
import org.stepwise.module.Verbs;
import org.stepwise.record.RecordName;
import org.stepwise.record.RecordService;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/** Takes over countries and currencies from what the Java that runs here knows. */
@Component
public final class StandardDesk implements StandardLists {
    private final RecordService records;
    private final Companies companies;
    private final Callers callers;
    private final Verbs verbs;

    @Activate
    public StandardDesk(
            @Reference RecordService records,
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference Verbs verbs) {
        this.records = records;
        this.companies = companies;
        this.callers = callers;
        this.verbs = verbs;
    }

    @Override
    public int take(Standard list) {
        return switch (list) {
            case COUNTRIES -> take(Country.class, Country::code, countries());
            case CURRENCIES -> take(Currency.class, Currency::code, currencies());
        };
    }

    /** All or none: one verb. */
    private <T extends Record> int take(Class<T> type, Function<T, String> code, Stream<T> known) {
        var kept = records.of(type);
        var permission = RecordName.of(type).record();
        return verbs.write("masterdata", permission, () -> {
            var missing =
                    known.filter(one -> kept.byCode(code.apply(one)).isEmpty()).toList();
            missing.forEach(kept::record);
            return missing.size();
        });
    }

    private Stream<Country> countries() {
        var language = language();
        return codes().map(code -> new Country(code, at(code).getDisplayCountry(language)));
    }

    private Stream<Currency> currencies() {
        var language = language();
        return codes().map(code -> java.util.Currency.getInstance(at(code)))
                .filter(Objects::nonNull)
                .filter(money -> money.getDefaultFractionDigits() >= 0)
                .distinct()
                .sorted(Comparator.comparing(java.util.Currency::getCurrencyCode))
                .map(money -> new Currency(
                        money.getCurrencyCode(), money.getDisplayName(language), money.getDefaultFractionDigits()));
    }

    private static Stream<String> codes() {
        return Arrays.stream(Locale.getISOCountries()).sorted();
    }

    private static Locale at(String country) {
        return new Locale.Builder().setRegion(country).build();
    }

    private Locale language() {
        return Locale.forLanguageTag(companies.language(callers.current().company()));
    }
}
