package org.stepwise.modules.internal.gate;

import org.stepwise.data.Id;

/** A module in a company. */
public record Key(Id company, String module) {
    @Override
    public String toString() {
        return module + " of company " + company;
    }
}
