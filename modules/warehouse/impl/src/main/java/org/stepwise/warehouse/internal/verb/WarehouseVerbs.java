package org.stepwise.warehouse.internal.verb;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Log;
import org.stepwise.module.ModuleVerbs;
import org.stepwise.module.Surroundings;
import org.stepwise.module.Verbs;

/** What every verb and query of the warehouse goes through. */
@Component(service = WarehouseVerbs.class)
public final class WarehouseVerbs extends ModuleVerbs {
    @Activate
    public WarehouseVerbs(@Reference Verbs verbs, @Reference Surroundings around, @Reference Log log) {
        super("warehouse", verbs, around, log);
    }
}
