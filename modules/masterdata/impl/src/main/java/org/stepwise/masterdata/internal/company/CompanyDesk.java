package org.stepwise.masterdata.internal.company;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.guard.Uses;
import org.stepwise.log.guard.Uses.Use;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.event.RoundingSet;
import org.stepwise.masterdata.event.RoundingWithdrawn;
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
    private final Uses uses;
    private final BusinessDates dates;
    private final Log log;

    @Activate
    public CompanyDesk(
            @Reference RoundingRows rows,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Uses uses,
            @Reference BusinessDates dates,
            @Reference Log log) {
        this.rows = rows;
        this.verbs = verbs;
        this.callers = callers;
        this.uses = uses;
        this.dates = dates;
        this.log = log;
    }

    @Override
    public Id setRounding(NewRounding wanted) {
        return verbs.write("masterdata", MasterDataPermissions.ROUNDING_SET, () -> {
            var rounding = Wanted.INPUT.checked(wanted);
            var from = rounding.validFrom() == null ? verbs.today() : rounding.validFrom();
            requireUnused(from);
            log.record("masterdata", dates.ofSetting(from), new RoundingSet(rounding.method(), from));
            return RoundingRows.idOf(from);
        });
    }

    @Override
    public void withdrawRounding(LocalDate validFrom) {
        verbs.write("masterdata", MasterDataPermissions.ROUNDING_SET, () -> {
            if (validFrom == null || !rows.begins(callers.current().company(), validFrom)) {
                throw new NotFound(
                        "masterdata.rounding.unknown",
                        "no rounding begins on " + validFrom + "; name the day on which one does");
            }
            requireUnused(validFrom);
            log.record("masterdata", dates.ofSetting(validFrom), new RoundingWithdrawn(validFrom));
            return null;
        });
    }

    private void requireUnused(LocalDate from) {
        uses.since(from, Use.of(OrderConfirmed.class)).ifPresent(last -> {
            throw new Rejected(
                    "masterdata.rounding.behind",
                    "how documents are rounded from " + from + " was used already, or its day is over: change it from a"
                            + " day after " + last,
                    Map.of("validFrom", "not after " + last));
        });
    }
}
