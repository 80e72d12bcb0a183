package org.stepwise.crm.internal;

import org.osgi.service.component.annotations.Component;
import org.stepwise.module.ModuleContext;

/** Tells the platform about the module. */
@Component
public final class CrmModule implements ModuleContext {
    @Override
    public String module() {
        return SalesVerbs.MODULE;
    }
}
