package org.stepwise.attributes.internal;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Unavailable;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;

/** Rows of other registers; these are told by the web door, which puts them together with what this module adds. */
@Component(service = References.class)
public final class References {
    private volatile OpenRegisters registers;

    @Activate
    public References() {}

    void among(OpenRegisters open) {
        registers = open;
    }

    private OpenRegisters open() {
        var open = registers;
        if (open == null) {
            throw new Unavailable("erp.register.starting", "the lists are just starting; try again in a moment");
        }
        return open;
    }

    public Optional<Description> describe(String register) {
        return open().describe(register);
    }

    /** What the row shows; refuses as the register does. */
    @SuppressWarnings("unchecked") // a register that has attributes shows its rows as maps
    public Map<String, Object> view(String register, Id row) {
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
