package org.stepwise.warehouse.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Surroundings;
import org.stepwise.warehouse.event.ValuationMethodSet;

/** How stock is valued begins with the warehouse: costs concluded by it stand in the log for good, a purge included. */
@Component
public final class WarehouseModule implements ModuleContext {
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public List<ValuationMethodSet> first(Map<String, String> settings, Surroundings around) {
        return List.of(new ValuationMethodSet(settings.get("valuation"), ALWAYS));
    }

    @Override
    public LocalDate firstDay(Surroundings around) {
        return around.ofSetting(ALWAYS);
    }
}
