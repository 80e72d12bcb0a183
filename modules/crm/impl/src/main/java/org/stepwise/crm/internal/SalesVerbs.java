package org.stepwise.crm.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Log;
import org.stepwise.module.ModuleVerbs;
import org.stepwise.module.Surroundings;
import org.stepwise.module.Verbs;

/** What every verb and query of sales goes through. */
@Component(service = SalesVerbs.class)
public final class SalesVerbs extends ModuleVerbs {
    public static final String MODULE = "crm";

    @Activate
    public SalesVerbs(@Reference Verbs verbs, @Reference Surroundings around, @Reference Log log) {
        super(MODULE, verbs, around, log);
    }

    public boolean warehouseKeepsStock() {
        return owns("warehouse");
    }

    public boolean accountingKeepsBooks() {
        return owns("accounting");
    }
}
