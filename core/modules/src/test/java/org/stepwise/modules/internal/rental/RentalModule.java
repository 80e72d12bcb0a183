package org.stepwise.modules.internal.rental;

import org.osgi.service.component.annotations.Component;
import org.stepwise.module.ModuleContext;

/** What the platform is told of rentals: that they have no tables of their own. */
@Component(service = ModuleContext.class)
public final class RentalModule implements ModuleContext {
    @Override
    public String module() {
        return "rental";
    }

    @Override
    public String schema() {
        return "rental";
    }
}
