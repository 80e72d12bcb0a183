package org.stepwise.modules.internal.rental;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Log;
import org.stepwise.module.ModuleVerbs;
import org.stepwise.module.Surroundings;
import org.stepwise.module.Verbs;

/** What every verb of rentals goes through. */
@Component(service = RentalVerbs.class)
public final class RentalVerbs extends ModuleVerbs {
    @Activate
    public RentalVerbs(@Reference Verbs verbs, @Reference Surroundings around, @Reference Log log) {
        super("rental", verbs, around, log);
    }
}
