package org.stepwise.accounting.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.DefaultChart;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.security.PermissionSet;

/** What the platform must know of accounting: its schema, its permissions, and the chart it starts with. */
@Component(service = {ModuleContext.class, PermissionSet.class})
public final class AccountingModule implements ModuleContext, PermissionSet {
    private final Log log;
    private final Deliveries deliveries;
    private final Verbs verbs;
    private final Callers callers;
    private final Chart chart;
    private final Purposes purposes;

    @Activate
    public AccountingModule(
            @Reference Log log,
            @Reference Deliveries deliveries,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Chart chart,
            @Reference Purposes purposes) {
        this.chart = chart;
        this.purposes = purposes;
        this.log = log;
        this.deliveries = deliveries;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public String schema() {
        return "accounting";
    }

    @Override
    public List<Modules.Setting> settings() {
        return DefaultChart.asked(purposes.all());
    }

    /** Only the first enabling brings the chart: a purge must not undo what the company has set since. */
    @Override
    public void configure(Map<String, String> settings) {
        var company = callers.current().company();
        var earlier = deliveries.tail(company, 1, line -> line.type().equals("accounting.account-opened"));
        if (earlier.isEmpty()) {
            DefaultChart.settings(purposes.all(), settings)
                    .forEach(setting -> log.record("accounting", verbs.today(), setting));
        }
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

    @Override
    public Map<String, String> permissions() {
        var permissions = new LinkedHashMap<String, String>();
        permissions.put("accounting.ledger.read", "See journals, balances and open items");
        permissions.put("accounting.ledger.enter", "Enter journals by hand");
        permissions.put("accounting.payment.receive", "Record payments of customers");
        permissions.put("accounting.period.close", "Close and reopen periods");
        permissions.put("accounting.chart.change", "Open accounts and set posting rules");
        return permissions;
    }
}
