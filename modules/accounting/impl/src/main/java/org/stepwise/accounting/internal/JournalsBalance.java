package org.stepwise.accounting.internal;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Guard;
import org.stepwise.masterdata.MasterData;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** No journal by hand enters the log that does not balance, or that posts where only documents do. */
@Component
public final class JournalsBalance implements Guard {
    private final Chart chart;
    private final Callers callers;
    private final Verbs verbs;
    private final MasterData masterData;

    @Activate
    public JournalsBalance(
            @Reference Chart chart,
            @Reference Callers callers,
            @Reference Verbs verbs,
            @Reference MasterData masterData) {
        this.chart = chart;
        this.callers = callers;
        this.verbs = verbs;
        this.masterData = masterData;
    }

    @Override
    public void check(Fact fact, LocalDate on) {
        if (fact instanceof JournalEntered journal && verbs.owns("accounting")) {
            var company = callers.current().company();
            var currency = masterData.company().currency();
            ManualJournal.check(journal, currency, code -> chart.account(company, code));
        }
    }
}
