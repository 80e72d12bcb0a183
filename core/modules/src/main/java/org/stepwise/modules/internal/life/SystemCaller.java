package org.stepwise.modules.internal.life;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/** On whose behalf modules are started: who asked for it, or the system itself. */
@Component(service = SystemCaller.class)
public final class SystemCaller {
    private static final Id SYSTEM = new Id(0);

    private final Callers callers;
    private final Companies companies;

    @Activate
    public SystemCaller(@Reference Callers callers, @Reference Companies companies) {
        this.callers = callers;
        this.companies = companies;
    }

    List<Id> companies() {
        return companies.all().stream().map(Companies.Company::id).toList();
    }

    /** Who calls now, if it is for this company. */
    Optional<Caller> asking(Id company) {
        return callers.find().filter(caller -> company.equals(caller.company()));
    }

    void run(Id company, Optional<Caller> asking, Runnable work) {
        callers.as(asking.orElseGet(() -> system(company)), () -> {
            work.run();
            return null;
        });
    }

    private Caller system(Id company) {
        var known = companies
                .find(company)
                .orElseThrow(() -> new IllegalStateException("there is no company " + company + " any more"));
        return new Caller(SYSTEM, "system", company, "system", known.zone(), Locale.ENGLISH, Set.of("*"));
    }
}
