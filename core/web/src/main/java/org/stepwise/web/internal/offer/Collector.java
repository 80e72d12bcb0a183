package org.stepwise.web.internal.offer;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.web.Register;
import org.stepwise.web.RegisterExtension;

/** Takes in registers and extensions as bundles come and go. */
@Component(service = Collector.class, immediate = true)
public final class Collector {
    private final Offers offers;

    @Activate
    public Collector(@Reference Offers offers) {
        this.offers = offers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegister(Register register, Map<String, Object> service) {
        var description = register.description();
        if (Homes.mayOffer("the register " + description.name(), description.module(), service)) {
            offers.add(register);
        }
    }

    public void removeRegister(Register register) {
        offers.remove(register);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExtension(RegisterExtension extension, Map<String, Object> service) {
        if (Homes.mayOffer("the extension of registers", extension.module(), service)) {
            offers.add(extension);
        }
    }

    public void removeExtension(RegisterExtension extension) {
        offers.remove(extension);
    }
}
