package org.stepwise.security.internal;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.ConsoleCaller;

/** Before there is a company, the console has none: that is how the first one can be founded. */
@Component
public final class ConsoleIdentity implements ConsoleCaller {
    private static final Id CONSOLE = new Id(1);

    private final Callers callers;
    private final Companies companies;

    @Activate
    public ConsoleIdentity(@Reference Callers callers, @Reference Companies companies) {
        this.callers = callers;
        this.companies = companies;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return run(null, work);
    }

    @Override
    public <T> T run(String company, Supplier<T> work) {
        return callers.as(caller(company), work);
    }

    private Caller caller(String wanted) {
        var all = companies.all();
        if (wanted == null || wanted.isEmpty()) {
            return all.isEmpty() ? caller((Companies.Company) null) : caller(all.get(0));
        }
        return all.stream()
                .filter(company -> company.name().equalsIgnoreCase(wanted)
                        || company.id().toString().equalsIgnoreCase(wanted))
                .findFirst()
                .map(ConsoleIdentity::caller)
                .orElseThrow(() -> new NotFound(
                        "erp.company.unknown", "there is no company \"" + wanted + "\"; give a company's name or id"));
    }

    private static Caller caller(Companies.Company company) {
        return new Caller(
                CONSOLE,
                "console",
                company == null ? null : company.id(),
                "console",
                company == null ? ZoneOffset.UTC : company.zone(),
                Locale.ENGLISH,
                Set.of("*"));
    }
}
