package org.stepwise.masterdata.internal.company;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Log;
import org.stepwise.masterdata.CompanyLanguage;
import org.stepwise.masterdata.event.CompanyLanguageSet;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/** Changes the language of the company; lists are sorted and searched by it from the next page on. */
@Component
public final class LanguageDesk implements CompanyLanguage {
    private final Companies companies;
    private final Callers callers;
    private final Verbs verbs;
    private final Log log;

    @Activate
    public LanguageDesk(
            @Reference Companies companies, @Reference Callers callers, @Reference Verbs verbs, @Reference Log log) {
        this.companies = companies;
        this.callers = callers;
        this.verbs = verbs;
        this.log = log;
    }

    @Override
    public String get() {
        return verbs.read(
                "masterdata",
                MasterDataPermissions.PARTY_READ,
                () -> companies.language(callers.current().company()));
    }

    @Override
    public void set(String language) {
        verbs.write("masterdata", MasterDataPermissions.COMPANY_CHANGE, () -> {
            var wanted =
                    Languages.required(language == null ? "" : language.strip().toLowerCase(Locale.ROOT));
            log.record("masterdata", verbs.today(), new CompanyLanguageSet(wanted));
            return null;
        });
    }
}
