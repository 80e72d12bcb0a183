package org.stepwise.accounting.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.chart.DefaultChart;
import org.stepwise.log.Log;
import org.stepwise.module.ModuleContext;
import org.stepwise.security.PermissionSet;

/** What the platform must know of accounting: its schema, its permissions, and the chart it starts with. */
@Component(service = {ModuleContext.class, PermissionSet.class})
public final class AccountingModule implements ModuleContext, PermissionSet {
    private final Log log;

    @Activate
    public AccountingModule(@Reference Log log) {
        this.log = log;
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
    public void configure(Map<String, String> settings) {
        for (var setting : DefaultChart.settings()) {
            log.record("accounting", LocalDate.of(1900, 1, 1), setting);
        }
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
