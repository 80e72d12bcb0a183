package org.stepwise.masterdata.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.internal.company.Languages;
import org.stepwise.security.Companies;

/**
 * A fresh installation gets its company, because modules are switched on for a company and somebody logs in to one.
 * System properties name it: {@code stepwise.company.name}, {@code .currency}, {@code .zone},
 * {@code .language}.
 */
@Component(service = FirstCompany.class)
public final class FirstCompany {
    private final Companies companies;

    @Activate
    public FirstCompany(@Reference Companies companies, @Reference Ids ids, @Reference Transactions transactions) {
        this.companies = companies;
        transactions.run(() -> {
            if (companies.all().isEmpty()) {
                var name = Wanted.INPUT.required("company.name", property("name", "My company"), Bounds.NAME);
                var first = new Companies.Company(ids.next(), name, currency(), zone());
                var language = Languages.required(property("language", Languages.usual()));
                companies.add(first);
                companies.speak(first.id(), language);
            }
        });
    }

    CompanyFounded founded(Id company) {
        var known = companies.find(company).orElseThrow();
        return new CompanyFounded(
                company, known.name(), known.currency(), known.zone().getId(), companies.language(company));
    }

    private static String currency() {
        var wanted = property("currency", "EUR").toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(wanted) && known.getDefaultFractionDigits() >= 0)) {
            throw new Rejected("masterdata.company.currency-unknown", wanted + " is no money of ISO 4217, such as EUR");
        }
        return wanted;
    }

    private static ZoneId zone() {
        var wanted = property("zone", ZoneId.systemDefault().getId());
        try {
            return ZoneId.of(wanted);
        } catch (DateTimeException unknown) {
            throw new Rejected(
                    "masterdata.company.zone-unknown", wanted + " is not a time zone, such as Europe/Berlin");
        }
    }

    private static String property(String name, String otherwise) {
        var value = System.getProperty("stepwise.company." + name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
