package org.stepwise.attributes.internal;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Unavailable;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;

/**
 * Rows of other registers. The registers are told of at run time: they are put together with what this module adds to
 * them, and neither can wait for the other.
 */
@Component(service = References.class)
public final class References {
    private volatile OpenRegisters registers;

    @Activate
    public References() {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void addRegisters(OpenRegisters open) {
        registers = open;
    }

    public void removeRegisters(OpenRegisters open) {
        if (registers == open) {
            registers = null;
        }
    }

    private OpenRegisters open() {
        var open = registers;
        if (open == null) {
            throw new Unavailable("erp.register.starting", "the lists are just starting; try again in a moment");
        }
        return open;
    }

    Optional<Description> describe(String register) {
        return open().describe(register);
    }

    /** What the row shows; refuses as the register does. */
    @SuppressWarnings("unchecked") // a register that has attributes shows its rows as maps
    Map<String, Object> view(String register, Id row) {
        return open().find(register, row).view() instanceof Map<?, ?> view ? (Map<String, Object>) view : Map.of();
    }

    boolean exists(String register, Id row) {
        try {
            open().find(register, row);
            return true;
        } catch (NotFound unknown) {
            return false;
        }
    }
}
