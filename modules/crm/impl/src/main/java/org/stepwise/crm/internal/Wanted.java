package org.stepwise.crm.internal;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.input.Input;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    public static final Input INPUT = new Input("crm");

    private Wanted() {}

    /** One line as a form names it; none, for everything there is, where it names none. */
    public static List<LineQuantity> line(Integer line, BigDecimal quantity) {
        if (line == null && quantity == null) {
            return List.of();
        }
        if (line == null || quantity == null) {
            throw INPUT.wrong(line == null ? "line" : "quantity", "is missing");
        }
        return List.of(new LineQuantity(line, quantity));
    }
}
