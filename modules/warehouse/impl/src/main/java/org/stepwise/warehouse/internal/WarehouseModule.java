package org.stepwise.warehouse.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;
import org.stepwise.warehouse.event.ValuationMethodSet;

/** Tells the platform about the module, and records how stock is valued when the company first switches it on. */
@Component
public final class WarehouseModule implements ModuleContext {
    private static final List<String> METHODS = List.of("FIFO", "AVERAGE");

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final Log log;
    private final Deliveries deliveries;
    private final Callers callers;
    private final BusinessDates dates;

    @Activate
    public WarehouseModule(
            @Reference Log log,
            @Reference Deliveries deliveries,
            @Reference Callers callers,
            @Reference BusinessDates dates) {
        this.log = log;
        this.deliveries = deliveries;
        this.callers = callers;
        this.dates = dates;
    }

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public String schema() {
        return "warehouse";
    }

    @Override
    public List<Modules.Setting> settings() {
        return List.of(new Modules.Setting("valuation", "How stock is valued", METHODS, false, METHODS.get(0)));
    }

    /** Only the first enabling sets the method: costs concluded by it stand in the log for good, a purge included. */
    @Override
    public void configure(Map<String, String> settings) {
        var method = settings.getOrDefault("valuation", METHODS.get(0));
        if (!METHODS.contains(method)) {
            throw new Rejected(
                    "warehouse.valuation.unknown-method",
                    "stock cannot be valued by \"" + method + "\"; choose one of " + String.join(", ", METHODS),
                    Map.of("valuation", "unknown"));
        }
        var company = callers.current().company();
        var earlier = deliveries.tail(company, 1, line -> line.type().equals("warehouse.valuation-method-set"));
        if (earlier.isEmpty()) {
            log.record(module(), dates.ofSetting(ALWAYS), new ValuationMethodSet(method, ALWAYS));
        }
    }
}
