package org.stepwise.accounting.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.DefaultChart;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.log.event.Setting;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Surroundings;
import org.stepwise.security.Callers;

/** Accounting begins with a chart; a purge must not undo what the company has set since. */
@Component
public final class AccountingModule implements ModuleContext {
    private final Chart chart;
    private final Purposes purposes;
    private final Callers callers;

    @Activate
    public AccountingModule(@Reference Chart chart, @Reference Purposes purposes, @Reference Callers callers) {
        this.chart = chart;
        this.purposes = purposes;
        this.callers = callers;
    }

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public List<Modules.Setting> settings(List<Modules.Setting> declared) {
        return DefaultChart.asked(purposes.all());
    }

    @Override
    public List<Setting> first(Map<String, String> settings, Surroundings around) {
        return DefaultChart.settings(purposes.all(), settings);
    }

    /** Purposes that came after the first enabling have no account before somebody gives them one. */
    @Override
    public List<String> warnings() {
        var rules = chart.rules(callers.current().company());
        return purposes.all().stream()
                .filter(purpose -> !rules.knows(purpose.name()))
                .map(purpose -> "no account is set for " + purpose.name() + " (" + purpose.title()
                        + "): what is posted by it is parked until a posting rule says one, such as "
                        + purpose.account())
                .toList();
    }
}
