package org.stepwise.masterdata.internal;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/**
 * Tells the platform about the module, and makes the founding of the company the first fact of its log. Waits for the
 * first company to exist, because the platform switches the module on for the companies that it finds then.
 */
@Component
public final class MasterDataModule implements ModuleContext {
    private final FirstCompany companies;
    private final Callers callers;
    private final Verbs verbs;
    private final Log log;
    private final Deliveries deliveries;

    @Activate
    public MasterDataModule(
            @Reference FirstCompany companies,
            @Reference Callers callers,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Deliveries deliveries) {
        this.companies = companies;
        this.callers = callers;
        this.verbs = verbs;
        this.log = log;
        this.deliveries = deliveries;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String schema() {
        return "masterdata";
    }

    @Override
    public void configure(Map<String, String> settings) {
        var company = callers.current().company();
        var founded = deliveries.tail(company, 1, line -> line.type().equals("masterdata.company-founded"));
        if (founded.isEmpty()) {
            var known = companies.get(company);
            var day = System.getProperty("stepwise.company.founded");
            log.record(
                    module(),
                    day == null || day.isBlank() ? verbs.today() : LocalDate.parse(day),
                    new CompanyFounded(
                            known.id(),
                            known.name(),
                            known.currency(),
                            known.zone().getId(),
                            companies.language(known.id())));
        }
    }
}
