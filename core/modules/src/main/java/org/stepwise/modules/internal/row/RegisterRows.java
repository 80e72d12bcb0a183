package org.stepwise.modules.internal.row;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.web.Register;

/** Tells the finder of rows which registers come and go. The finder itself waits for none: they are made of it. */
@Component(service = RegisterRows.class, immediate = true)
public final class RegisterRows {
    private final RowFinder finder;

    @Activate
    public RegisterRows(@Reference RowFinder finder) {
        this.finder = finder;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegister(Register register, Map<String, Object> service) {
        var description = register.description();
        if (register.source() != null
                && Homes.mayOffer("the register " + description.name(), description.module(), service)) {
            finder.offer(description.name(), register.source());
        }
    }

    public void removeRegister(Register register) {
        if (register.source() != null) {
            finder.withdraw(register.description().name(), register.source());
        }
    }
}
