package org.stepwise.masterdata.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Surroundings;

/**
 * The founding of the company is the first fact of its log. Waits for the first company to exist, because the platform
 * switches the module on for the companies that it finds then.
 */
@Component
public final class MasterDataModule implements ModuleContext {
    private final FirstCompany companies;

    @Activate
    public MasterDataModule(@Reference FirstCompany companies) {
        this.companies = companies;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public List<CompanyFounded> first(Map<String, String> settings, Surroundings around) {
        return List.of(companies.founded(around.caller().company()));
    }

    @Override
    public LocalDate firstDay(Surroundings around) {
        var day = System.getProperty("stepwise.company.founded");
        return day == null || day.isBlank() ? ModuleContext.super.firstDay(around) : LocalDate.parse(day);
    }
}
