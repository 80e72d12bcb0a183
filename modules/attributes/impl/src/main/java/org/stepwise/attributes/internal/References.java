package org.stepwise.attributes.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.input.Naming;
import org.stepwise.row.NamedRows;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;

/** Rows of other registers, with what this module adds to them. */
@Component(service = References.class)
public final class References {
    private final OpenRegisters registers;
    private final NamedRows rows;

    @Activate
    public References(@Reference OpenRegisters registers, @Reference NamedRows rows) {
        this.registers = registers;
        this.rows = rows;
    }

    public Optional<Description> describe(String register) {
        return registers.describe(register);
    }

    /** What the row shows; refuses as the register does. */
    @SuppressWarnings("unchecked") // a register that has attributes shows its rows as maps
    public Map<String, Object> view(String register, Id row) {
        return registers.find(register, row).view() instanceof Map<?, ?> view ? (Map<String, Object>) view : Map.of();
    }

    /** What is wrong with naming this row anew. */
    public Optional<String> complaint(String register, Id row) {
        return Optional.ofNullable(
                rows.complaints(new Naming.To(register, false), Set.of(row)).get(row));
    }
}
