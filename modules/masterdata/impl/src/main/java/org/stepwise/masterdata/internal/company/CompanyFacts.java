package org.stepwise.masterdata.internal.company;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.masterdata.event.CompanyFounded;
import org.stepwise.masterdata.event.CompanyLanguageSet;
import org.stepwise.security.Companies;

/** The language that the company speaks by its facts. */
@Component(service = Projection.class)
public final class CompanyFacts implements Projection {
    private final Companies companies;

    @Activate
    public CompanyFacts(@Reference Companies companies) {
        this.companies = companies;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String name() {
        return "masterdata.company";
    }

    @Override
    public void define(Handlers on) {
        on.apply(CompanyFounded.class, fact -> List.of("language"), recorded -> {
            if (recorded.event().language() != null) {
                companies.speak(recorded.company(), recorded.event().language());
            }
        });
        on.apply(
                CompanyLanguageSet.class,
                fact -> List.of("language"),
                recorded -> companies.speak(recorded.company(), recorded.event().language()));
    }
}
