package org.stepwise.masterdata.internal.company;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.Rounding;
import org.stepwise.masterdata.event.RoundingSet;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Records the rules of the company. */
@Component
public final class CompanyDesk implements CompanyRules {
    private final RoundingRows rows;
    private final Verbs verbs;
    private final Callers callers;
    private final Log log;

    @Activate
    public CompanyDesk(
            @Reference RoundingRows rows, @Reference Verbs verbs, @Reference Callers callers, @Reference Log log) {
        this.rows = rows;
        this.verbs = verbs;
        this.callers = callers;
        this.log = log;
    }

    @Override
    public void setRounding(Rounding method, LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.ROUNDING_SET, () -> {
            if (method == null) {
                throw Wanted.INPUT.wrong("method", "is missing");
            }
            var today = verbs.today();
            var from = validFrom == null ? today : Wanted.day("validFrom", validFrom);
            rows.newest(callers.current().company()).filter(from::isBefore).ifPresent(newest -> {
                throw new Rejected(
                        "masterdata.rounding.behind",
                        "a rounding from " + from + " would reach behind the newest one, from " + newest
                                + "; choose that day or a later one");
            });
            // A setting of the past is a fact of that past: an import of history stays in order of business date.
            log.record("masterdata", from.isBefore(today) ? from : today, new RoundingSet(method, from));
            return null;
        });
    }
}
